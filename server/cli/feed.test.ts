import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { WireFeedPage } from '../../domain/feed/feed';
import { builtProgram } from '../testing/built-server';
import { bodyOf, campaignOf, PROGRAMME } from '../testing/content';
import { runFeed } from './run-feed';
import { problem, startStub, type StubServer } from './stub-server';

/** What the rows are checked against before they are sent. */
const FEED: WireFeedPage = {
  ...{ cursor: 'c', reset: true, first: true, more: false, events: [], removed: [] },
  ...{ campaign: campaignOf('open'), programme: [...PROGRAMME] },
};

let stub: StubServer;
let folder: string;
let printed: string[];
let waits: number[];

beforeEach(async () => {
  stub = await startStub(FEED);
  folder = mkdtempSync(join(tmpdir(), 'feed-'));
  printed = [];
  waits = [];
});
afterEach(async () => {
  await stub.close();
  rmSync(folder, { recursive: true });
});

function save(content: unknown): string {
  const path = join(folder, 'events.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

/** A row that the gate takes. */
const row = (id: string, change: Parameters<typeof bodyOf>[0] = {}): object => ({ id, ...bodyOf(change) });

const run = (args: string[], env: Record<string, string> = {}, timeoutMs?: number): Promise<number> =>
  runFeed(args, {
    env,
    print: (line) => printed.push(line),
    wait: (ms) => {
      waits.push(ms);
      return Promise.resolve();
    },
    ...(timeoutMs !== undefined && { timeoutMs }),
  });

const importOf = (content: unknown, server = stub.url): Promise<number> =>
  run(['import', save(content), '--server', server, '--token', 'secret']);

const said = (): string => printed.join('\n');
const paths = (): (string | undefined)[] => stub.received.map(({ url }) => url);

describe('rows that are accepted', () => {
  test('each is put under its id with the token, and reported', async () => {
    expect(await importOf([row('a', { title: 'one' }), row('b', { title: 'two' })])).toBe(0);
    expect(stub.received).toEqual([
      { method: 'PUT', url: '/api/v1/events/a', authorization: 'Bearer secret', body: bodyOf({ title: 'one' }) },
      { method: 'PUT', url: '/api/v1/events/b', authorization: 'Bearer secret', body: bodyOf({ title: 'two' }) },
    ]);
    expect(printed).toEqual([
      '第 1 条 a：已新增',
      '第 2 条 b：已新增',
      '共 2 条：新增 2，更新 0，没有变化 0，未采用 0。',
    ]);
  });

  test('the same file again changes nothing, a changed row is updated', async () => {
    await importOf([row('a', { title: 'one' }), row('b', { title: 'two' })]);
    printed = [];
    expect(
      await importOf({
        events: [row('a', { title: 'one' }), row('b', { title: 'too' })],
      }),
    ).toBe(0);
    expect(printed).toEqual([
      '第 1 条 a：没有变化',
      '第 2 条 b：已更新',
      '共 2 条：新增 0，更新 1，没有变化 1，未采用 0。',
    ]);
  });

  test('a server below a path, a byte order mark, a token from the environment', async () => {
    const path = save(`\ufeff${JSON.stringify([row('a')])}`);
    expect(await run(['import', path, '--server', `${stub.url}/quality`], { PUBLISHER_TOKEN: 'from-env' })).toBe(0);
    expect(stub.received).toMatchObject([{ url: '/quality/api/v1/events/a', authorization: 'Bearer from-env' }]);
  });

  test('an empty file is no error', async () => {
    expect(await importOf([])).toBe(0);
    expect(said()).toContain('共 0 条');
  });
});

describe('rows that are refused', () => {
  test('the field and the reason are said, and the others go in', async () => {
    stub.script(
      problem(400, 'invalid-input', [
        { path: 'title', code: 'required' },
        { path: 'audiences.0', code: 'not-allowed' },
        { path: 'colour', code: 'unknown-field' },
        { path: '', code: 'brand-new-code' },
      ]),
    );
    expect(await importOf([row('a'), row('b')])).toBe(1);
    expect(printed).toEqual([
      '第 1 条 a：未采用',
      '    标题（title）：没有填写',
      '    面向对象（audiences.0）：不是可用的值',
      '    colour：没有这个字段，请检查拼写',
      '    整条：brand-new-code',
      '第 2 条 b：已新增',
      '共 2 条：新增 1，更新 0，没有变化 0，未采用 1。',
    ]);
  });

  test('every fault of every row is said before anything is sent, the words that ask for money too', async () => {
    const venue = { name: '门口扫码付款', address: '拉萨市城关区', latitude: 29.652, longitude: 91.132 };
    const rows = [row('a', { venue }), row('b'), { id: 'c', ...bodyOf(), title: '', region: '999999' }, { id: 'd' }];
    expect(await importOf(rows)).toBe(1);
    expect(paths()).toEqual([]);
    expect(printed.filter((line) => line.startsWith('第'))).toEqual([
      '第 1 条 a：未采用',
      '第 3 条 c：未采用',
      '第 4 条 d：未采用',
    ]);
    expect(said()).toContain('标题（title）');
    expect(said()).toContain('地区代码（region）');
    expect(said()).toContain('年度（campaign）：没有填写');
    expect(said()).toContain('有 3 条需要修改，全部没有导入。');
    expect(said()).toContain('地点名称（venue.name）：质量月活动不得收费，不能出现涉及收费的文字：“付款”');
  });

  test.each([
    [409, 'campaign-closed', '这个年度已经结束，只供查阅'],
    [403, 'outside-scope', 'title of outside-scope'],
    [413, 'body-too-large', 'title of body-too-large'],
  ])('%i %s concerns that row only', async (status, code, words) => {
    stub.script(problem(status, code));
    expect(await importOf([row('a'), row('b')])).toBe(1);
    expect(printed[1]).toContain(words);
    expect(paths()).toHaveLength(2);
  });

  test('a campaign that the server does not have', async () => {
    expect(await importOf([row('a', { campaign: 'other' })])).toBe(1);
    expect(said()).toContain('年度（campaign）');
    expect(paths()).toEqual([]);
  });

  test('what cannot be sent is refused before it is; the good ones go where they alone are wanted', async () => {
    const rows = [row('a'), 'text', null, [1], { title: 'no id' }, { id: '../x' }, { id: 7 }, row('a'), row('b')];
    expect(await importOf(rows)).toBe(1);
    expect(paths()).toEqual([]);
    printed = [];
    expect(await run(['import', save(rows), '--server', stub.url, '--token', 'secret', '--only-good'])).toBe(1);
    expect(paths()).toEqual(['/api/v1/events/a', '/api/v1/events/b']);
    expect(printed).toEqual([
      ...[2, 3, 4].flatMap((row) => [`第 ${String(row)} 条：未采用`, '    整条：填写的内容类型不对']),
      '第 5 条：未采用',
      '    编号（id）：没有填写',
      ...[6, 7].flatMap((row) => [
        `第 ${String(row)} 条：未采用`,
        '    编号（id）：只能用字母、数字、“-”和“_”，以字母或数字开头，最多 64 个字符',
      ]),
      '第 8 条 a：未采用',
      '    编号（id）：与前面的一条编号重复',
      '第 1 条 a：已新增',
      '第 9 条 b：已新增',
      '共 9 条：新增 2，更新 0，没有变化 0，未采用 7。',
    ]);
  });
});

describe('a bad line', () => {
  test('a lost reply is asked for again, with growing pauses', async () => {
    stub.script(
      (response) => response.destroy(),
      problem(503, 'unavailable'),
      (response) => response.writeHead(502).end('<html>'),
    );
    expect(await importOf([row('a')])).toBe(0);
    expect(paths()).toEqual(Array.from({ length: 4 }, () => '/api/v1/events/a'));
    expect(waits).toEqual([500, 1000, 2000]);
    expect(said()).toContain('0.5 秒后重试');
  });

  test('a reply that is lost after the row went in is no second row', async () => {
    await importOf([row('a')]);
    stub.script((response) => response.destroy());
    expect(await importOf([row('a')])).toBe(0);
    expect(said()).toContain('第 1 条 a：没有变化');
  });

  test('it waits as long as the server asks, within reason', async () => {
    const soon = { 'retry-after': '7' };
    const never = { 'retry-after': '86400' };
    stub.script(problem(429, 'too-many-requests', [], soon), problem(429, 'too-many-requests', [], never));
    expect(await importOf([row('a')])).toBe(0);
    expect(waits).toEqual([7000, 120_000]);
  });

  test('it gives up after five tries, and says what stands', async () => {
    const broken = Array.from({ length: 5 }, () => problem(500, 'internal-error'));
    stub.script(problem(400, 'invalid-input', [{ path: 'title', code: 'required' }]), ...broken);
    expect(await importOf([row('a'), row('b'), row('c')])).toBe(2);
    expect(waits).toHaveLength(4);
    expect(said()).toContain(
      '在第 2 条停下：服务器一直不能处理，请稍后再试（title of internal-error（internal-error））。',
    );
    expect(said()).toContain('共 1 条：新增 0，更新 0，没有变化 0，未采用 1。');
    expect(paths().filter((url) => url?.endsWith('/c'))).toEqual([]);
  });

  test('a server that hangs is a server that does not answer', async () => {
    stub.script(...Array.from({ length: 5 }, () => () => undefined));
    const path = save([row('a')]);
    expect(await run(['import', path, '--server', stub.url, '--token', 't'], {}, 20)).toBe(2);
    expect(said()).toContain('连不上服务器，多次重试仍无回应，请检查 --server 地址和网络（TimeoutError）');
  });

  test('nobody there', async () => {
    await stub.close();
    expect(await importOf([row('a')])).toBe(2);
    expect(said()).toContain('还没有开始导入：');
    expect(said()).toContain('ECONNREFUSED');
  });
});

describe('what no other row would survive stops the import', () => {
  test.each([
    ['a wrong token', problem(401, 'unauthorized'), '发布口令不正确'],
    ['publishing off', problem(403, 'publishing-off'), '没有开放发布'],
    ['another service', problem(404, 'not-found'), '请检查 --server 地址'],
  ])('%s', async (_name, answer, words) => {
    stub.script(answer);
    expect(await importOf([row('a'), row('b')])).toBe(2);
    expect(paths()).toHaveLength(1);
    expect(said()).toContain(words);
  });

  test.each([
    ['a page instead of an answer', 200],
    ['a page instead of a refusal', 403],
    ['somewhere else', 302],
  ])('%s', async (_name, status) => {
    stub.script((response) => response.writeHead(status, { location: '/login' }).end('<html></html>'));
    expect(await importOf([row('a'), row('b')])).toBe(2);
    expect(said()).toContain(`回答的不是质量月服务器，请检查 --server 地址（HTTP ${String(status)}）`);
  });
});

describe('wrong usage', () => {
  test.each([
    ['nothing', []],
    ['another verb', ['export', 'FILE', '--server', 'URL', '--token', 't']],
    ['no file', ['import', '--server', 'URL', '--token', 't']],
    ['two files', ['import', 'FILE', 'FILE', '--server', 'URL', '--token', 't']],
    ['no server', ['import', 'FILE', '--token', 't']],
    ['a server that is no address', ['import', 'FILE', '--server', 'localhost', '--token', 't']],
    ['a server that is no web address', ['import', 'FILE', '--server', 'ftp://example.org', '--token', 't']],
    ['no token', ['import', 'FILE', '--server', 'URL']],
    ['a token that no header can carry', ['import', 'FILE', '--server', 'URL', '--token', '口令']],
    ['an option that does not exist', ['import', 'FILE', '--server', 'URL', '--token', 't', '--force']],
  ])('%s', async (_name, args) => {
    const path = save([{ id: 'a' }]);
    const filled = args.map((arg) => ({ FILE: path, URL: stub.url })[arg] ?? arg);
    expect(await run(filled)).toBe(2);
    expect(said()).toMatch(/^用法：npm run feed/);
    expect(paths()).toEqual([]);
  });

  test.each([
    ['not JSON, with the line', '[\n  { "id": "a" }\n  { "id": "b" }\n]', /^文件不是完整的 JSON，第 3 行附近有误。/],
    ['half a file', '[{ "id": "a" }', /^文件不是完整的 JSON/],
    ['no events', '{ "rows": [] }', /^文件里没有场次/],
    ['a number', '7', /^文件里没有场次/],
  ])('%s', async (_name, text, words) => {
    expect(await importOf(text)).toBe(2);
    expect(said()).toMatch(words);
    expect(paths()).toEqual([]);
  });

  test('a file that is not there', async () => {
    expect(await run(['import', join(folder, 'gone.json'), '--server', stub.url, '--token', 't'])).toBe(2);
    expect(said()).toContain('读不到文件');
  });
});

test('the command itself exits with the code', async () => {
  const command = [builtProgram('feed'), 'import', save([row('a'), {}]), '--server', stub.url, '--only-good'];
  const failed = promisify(execFile)(process.execPath, command, { env: { ...process.env, PUBLISHER_TOKEN: 't' } });
  await expect(failed).rejects.toMatchObject({ code: 1, stdout: expect.stringContaining('共 2 条：新增 1') as string });
}, 30_000);
