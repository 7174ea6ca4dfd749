/** How many taps the five main ways take from a first launch; what is typed is not counted. */
import type { AppDriver } from './driver';
import { dayFromNow } from './event-fixture';
import { QUIET_COUNTY } from './search-fixture';
import { openTerms } from './other-user';
import { useSignUpServer } from './use-test-server';

const at = useSignUpServer();
const PLACE = '日喀则市萨嘎县';

interface Counted {
  readonly app: AppDriver;
  readonly tap: (target: string) => Promise<void>;
  readonly taps: () => number;
}

async function launch(): Promise<Counted> {
  const app = await at.open('h5', { region: null });
  await app.waitText('全国活动');
  let count = 0;
  return {
    app,
    tap: async (target) => {
      count += 1;
      await app.tap(target);
    },
    taps: () => count,
  };
}

/** From the launch to an event of a county far from everything. */
async function findEvent({ app, tap }: Counted, title: string): Promise<void> {
  await tap('选择地区');
  await app.fill('搜索地区名称或拼音，如 lasa', 'saga');
  await tap(PLACE);
  await app.waitText(`${PLACE}近期活动`);
  await tap(title);
  await tap('立即报名');
}

const day = dayFromNow(2);

test('find an event and sign up: at most 7', async () => {
  await at.publish('taps-visit', { title: '萨嘎开放日', region: QUIET_COUNTY.code, day });
  const way = await launch();
  await findEvent(way, '萨嘎开放日');
  await way.app.fill('联系人姓名', '扎西');
  await way.app.fill('手机号', '13800138000');
  await way.tap('我已阅读并同意《报名隐私说明》');
  await way.tap('提交报名');
  await way.app.waitText('入场时出示这个二维码');
  expect(way.taps()).toBeLessThanOrEqual(7);
  expect(await way.app.errors()).toEqual([]);
});

test('an enterprise signs three people up: at most 9', async () => {
  const signUp = openTerms({ form: 'training', maxParty: 3 });
  await at.publish('taps-training', { title: '萨嘎培训', region: QUIET_COUNTY.code, day, signUp });
  const way = await launch();
  await findEvent(way, '萨嘎培训');
  await way.app.fill('单位名称', '萨嘎净土食品有限公司');
  await way.app.fill('统一社会信用代码', '91350100M000100Y43');
  for (const [index, name] of ['扎西', '卓玛', '次仁'].entries()) {
    if (index > 0) {
      await way.tap('再加一位');
      await way.app.waitText(`第 ${index + 1} 位`);
    }
    await way.app.fill('姓名', name);
    await way.app.fill('手机号', `1380013800${index}`);
    await way.app.fill('职务', '质量部');
  }
  await way.tap('我已阅读并同意《报名隐私说明》');
  await way.tap('提交报名');
  await way.app.waitText('入场时出示这个二维码');
  expect(way.taps()).toBeLessThanOrEqual(9);
});

test('call 12315: 2', async () => {
  const way = await launch();
  await way.tap('12315 投诉举报');
  await way.tap('拨打 12315');
  expect(way.taps()).toBe(2);
});

test('save a card: 2', async () => {
  const way = await launch();
  await way.tap('口号卡片');
  await way.app.waitText(/1 \/ \d+/);
  const [download] = await Promise.all([way.app.page.waitForEvent('download'), way.tap('保存图片')]);
  expect(download.suggestedFilename()).toMatch(/\.(?:png|jpg)$/);
  expect(way.taps()).toBe(2);
});

test('长辈版, with its three doors: 1', async () => {
  const way = await launch();
  await way.tap('长辈版');
  await way.app.waitText('打 12315');
  expect(await way.app.page.locator('.screen--large').count()).toBe(1);
  const doors = way.app.page.locator('.large-doors__one').filter({ visible: true });
  await expect(doors.count()).resolves.toBe(3);
  expect(way.taps()).toBe(1);
});
