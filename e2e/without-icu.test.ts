/** The built mini-program where JavaScript has no ICU, as in WeChat on Android (decision 0010). */
import { parse, type Token, tokTypes } from 'acorn';
import type { AppDriver } from './driver';
import { dayFromNow } from './event-fixture';
import { useSignUpServer } from './use-test-server';

const WIDE_ID = '１１０１０１１９９００３０７２３１６';

const at = useSignUpServer();

/** From the next launch on. */
function takeIcuAway(): void {
  const missing = (): never => {
    throw new TypeError('not without ICU');
  };
  String.prototype.normalize = function normalize() {
    return String(this);
  };
  String.prototype.localeCompare = missing;
  for (const { prototype } of [String, Number, Date, Array] as unknown as { prototype: Record<string, unknown> }[])
    for (const name of Object.getOwnPropertyNames(prototype))
      if (name.startsWith('toLocale')) prototype[name] = missing;
  Reflect.deleteProperty(globalThis, 'Intl');
  const Known = RegExp;
  globalThis.RegExp = new Proxy(Known, {
    construct: (target, [pattern, flags]: [string | RegExp, string?]) => {
      if (/\\p\{/i.test(String(pattern))) throw new SyntaxError('Invalid property name in character class');
      return new target(pattern, flags);
    },
  });
}

/** A pattern with `\p{…}` is made where it stands, so that `RegExp` can refuse it as the phone would. */
function madeAtRunTime(script: string): string {
  const patterns: Token[] = [];
  const onToken = (token: Token): void => {
    if (token.type === tokTypes.regexp) patterns.push(token);
  };
  parse(script, { ecmaVersion: 'latest', sourceType: 'script', onToken });
  return patterns.reduceRight((text, { start, end }) => {
    const [, pattern = '', flags = ''] = /^\/(.*)\/(\w*)$/s.exec(script.slice(start, end)) ?? [];
    const made = `new RegExp(${JSON.stringify(pattern)},"${flags}")`;
    return /\\p\{/i.test(pattern) ? text.slice(0, start) + made + text.slice(end) : text;
  }, script);
}

async function openWithout(path: string): Promise<AppDriver> {
  const on = await at.open('weapp');
  await on.waitText(/更新于 \d\d:\d\d/);
  await on.page.addInitScript(takeIcuAway);
  await on.page.route('**/__engine/package.js**', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: madeAtRunTime(await answer.text()) });
  });
  await on.restart({ path });
  expect(await on.page.evaluate(() => ['Ａ'.normalize('NFKC'), typeof Intl])).toEqual(['Ａ', 'undefined']);
  return on;
}

test('a pattern that the phone does not know would be refused', () => {
  expect(madeAtRunTime('a(/x/g,/[\\p{L}]/gu,/\\P{L}/u)')).toBe(
    'a(/x/g,new RegExp("[\\\\p{L}]","gu"),new RegExp("\\\\P{L}","u"))',
  );
});

test('the sign-up page opens, sees full-width digits, and takes names of every script', async () => {
  await at.publish('without-icu', { title: '没有 ICU 的手机', day: dayFromNow(2) });
  const on = await openWithout('packages/sign-up/index?id=without-icu');
  await on.fill('联系人姓名', WIDE_ID);
  await on.fill('手机号', '１３８００１３８０００');
  await on.tap('我已阅读并同意《报名隐私说明》');
  await on.tap('提交报名');
  await on.waitText('身份证号');
  await on.waitText('还有 1 项要填写或修改');
  await on.fill('联系人姓名', '𬺰ཚེརིང');
  await on.tap('提交报名');
  await on.waitText('入场时出示这个二维码');
  expect(await on.errors()).toEqual([]);
});

test('an identity number in full width leaves the draft', async () => {
  const on = await openWithout('packages/complaint/index?part=draft&kind=complaint');
  await on.fill('经过', `我是${WIDE_ID}，买到坏的`);
  await on.waitText('我是，买到坏的');
  expect(await on.errors()).toEqual([]);
});

test('a search in full width finds', async () => {
  await at.publish('wide-search', { title: 'QC 小组发表', day: dayFromNow(3) });
  const on = await openWithout('pages/calendar/index');
  await on.tap('搜索活动');
  await on.fill('搜索活动、地点、主办单位', 'ｑｃ');
  await on.waitText('QC 小组发表');
  expect(await on.errors()).toEqual([]);
});
