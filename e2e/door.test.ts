/** The door in a browser before the real server: with a network, without one, and back. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { ticketQrText } from '../domain/sign-up/ticket';
import { chromiumArguments, findChromium } from '../mini-program-host/chromium';
import { SLOW_MS } from '../server/testing/app';
import { STARTS } from '../server/testing/content';
import { type BrowserDoor, browserDoor, storedText } from './door/browser-door';
import { codeVideo } from './door/code-video';
import { useDoorDesk } from './door/use-door-desk';

const NOBODYS = 'ABCDEFGHJK';

const desk = useDoorDesk(5);
let browser: Browser | undefined;
let context: BrowserContext;
const folder = mkdtempSync(path.join(tmpdir(), 'door-'));

afterEach(async () => {
  await browser?.close();
  browser = undefined;
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function openDoor(code: string, more: readonly string[] = []): Promise<BrowserDoor> {
  browser = await chromium.launch({ executablePath: findChromium(), args: [...chromiumArguments(), ...more] });
  context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    locale: 'zh-CN',
    reducedMotion: 'reduce',
    permissions: ['camera'],
  });
  const page = await context.newPage();
  await page.clock.install({ time: STARTS });
  await page.goto(`${desk().origin}/door/#${code}`);
  return browserDoor(page);
}

const waitForWorker = (door: BrowserDoor): Promise<unknown> =>
  door.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));

test(
  'pair, scan with and without a network, come back, and be revoked',
  async () => {
    const alone = await desk().guest('e');
    const party = await desk().guest('e', 3);
    const gone = await desk().guest('e');
    const elsewhere = await desk().guest('f');
    await gone.person.cancel(gone.signUp.id);
    const late = await desk().guest('e');
    const waiting = await desk().guest('e');
    await desk().comeToTheDay();
    const door = await openDoor(await desk().offerCode(['e', 'f']));
    const { page } = door;
    await page.getByRole('button', { name: /实验室开放日/ }).click();
    await door.says(/名单为刚刚更新/);
    await door.says('没有找到相机。可以输入凭证号，或使用扫码枪。');

    await door.scan(alone.ticket);
    await door.shows('ok', '王** · 1 位');
    await door.scan(elsewhere.ticket);
    await door.shows('other-event', '这是另一场活动的凭证');
    await door.scan(gone.ticket);
    await door.shows('not-confirmed', '报名已取消');
    await door.scan(waiting.ticket);
    await door.shows('not-confirmed', '仍在候补');
    await door.scan(NOBODYS);
    await door.shows('invalid', '没有查到这张凭证');
    await door.tap('继续扫码');
    await door.type(alone.ticket);
    await door.shows('already-in', '14:00 在“东门”入场');
    await door.tap('继续扫码');

    await door.scan(party.ticket);
    await door.shows('choose');
    await door.tap('2 位');
    await door.shows('ok', '同一凭证还有 1 位可以入场');
    await door.tap('继续扫码');
    await door.tap('现场来访加 1 位');
    await door.shows('walk-in');
    await door.tap('继续扫码');
    await door.says('4 人');
    await door.tap('撤销上一次');
    await door.shows('undone');
    await door.tap('继续扫码');
    await door.says('3 人');
    await door.says(/^已联网 · 名单为[^·]*$/);
    await waitForWorker(door);

    await context.setOffline(true);
    await door.type(party.ticket);
    await door.shows('ok', '离线核验 · 名单为');
    await door.scan(late.ticket);
    await door.shows('ok', '离线核验');
    await door.type(late.ticket);
    await door.shows('already-in', '共 1 位已入场');
    await door.type(gone.ticket);
    await door.shows('not-confirmed', '报名已取消');
    await door.type(waiting.ticket);
    await door.shows('not-confirmed', '名单里在候补');
    await door.type(elsewhere.ticket);
    await door.shows('other-event');
    await door.scan('ABCDEFGHJM');
    await door.shows('unverified', '名单里没有');
    await door.tap('先放行，联网后核对');
    await door.shows('let-in');
    await door.says(/离线核验 · .* · 3 条待上传/);

    const stored = await storedText(page);
    for (const secret of [late.ticket, party.ticket, 'ABCDEFGHJM', '王', '13800138000', '东门', 'Bearer']) {
      expect(stored).not.toContain(secret);
    }

    await page.reload();
    await door.says(/3 条待上传/);
    await door.says('6 人');
    await door.type(late.ticket);
    await door.shows('already-in');
    await door.tap('继续扫码');

    await context.setOffline(false);
    await door.says(/^已联网 · 名单为[^·]*$/);
    expect(await desk().live('e')).toMatchObject({
      attendance: { scanned: 5, walkIn: 0, total: 5 },
      open: 1,
      flags: [{ flags: ['unverified'], seats: 1 }],
    });

    const { devices } = (await desk().editor.ask('GET', 'devices')).json() as {
      devices: readonly { readonly id: string }[];
    };
    await desk().editor.ask('DELETE', `devices/${devices[0]?.id ?? ''}`);
    await door.scan('ABCDEFGHJN');
    await door.says(/这台设备的授权已被收回/);
    expect(await storedText(page)).not.toContain('"entries"');
  },
  SLOW_MS,
);

test(
  'the camera reads the ticket, and what it keeps seeing is one look',
  async () => {
    const { ticket } = await desk().guest('e');
    await desk().comeToTheDay();
    const video = path.join(folder, 'ticket.y4m');
    writeFileSync(video, codeVideo(ticketQrText(ticket)));
    const door = await openDoor(await desk().offerCode(), [
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${video}`,
    ]);
    await door.shows('ok', '王** · 1 位');
    await door.says('请将凭证二维码对准取景框');
    expect(await desk().live('e')).toMatchObject({ attendance: { scanned: 1, total: 1 } });
  },
  SLOW_MS,
);

test(
  'an event that is cancelled lets nobody in, and a rehearsal counts nobody',
  async () => {
    const one = await desk().guest('f');
    const other = await desk().guest('f');
    await desk().comeToTheDay();
    const door = await openDoor(await desk().offerCode(['f']));
    await door.tap('更多');
    await door.tap('开始演练');
    await door.scan(one.ticket);
    await door.shows('ok');
    await door.tap('继续扫码');
    await door.tap('更多');
    await door.tap('结束演练');
    await door.scan(other.ticket);
    await door.shows('ok');
    await desk().editor.post('f', 'cancel', { reason: '天气原因' });
    await door.type(one.ticket);
    await door.shows('event-cancelled', '活动已取消');
    expect(await desk().live('f')).toMatchObject({ attendance: { total: 1 }, rehearsed: 1 });
  },
  SLOW_MS,
);
