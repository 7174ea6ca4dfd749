import type { AppDriver, EngineDriver } from '../../mini-program-host/driver';
import { dayFromNow, eventBody, sampleCampaignId } from '../event-fixture';
import type { TestServer } from '../test-server';

const EVENT = 'care-visit';
const COURSE = 'care-course';
const OFF = 'care-off';

/** What to open of a page, where one address does not show all of it; a page that is not here is opened as it is. */
const ADDRESSES: Readonly<Record<string, readonly { readonly query: string; readonly text: string }[]>> = {
  'pages/home/index': [{ query: '', text: '已被主办单位取消' }],
  'pages/calendar/index': [{ query: '', text: '今天' }],
  'pages/mine/index': [{ query: '', text: '即将参加' }],
  'packages/event/index': [
    { query: '?id=sample-001', text: '依据' },
    { query: `?id=${OFF}`, text: '这场活动已取消' },
    { query: '', text: '找不到这场活动' },
  ],
  'packages/programme/index': [
    { query: '', text: '国市监质发〔2025〕77号' },
    { query: '?document=国市监质发〔2025〕77号&paragraph=三(六)', text: '三' },
    {
      query: `?document=${encodeURIComponent('藏质标办〔2025〕1号')}&paragraph=${encodeURIComponent('四(一)')}&item=t058&campaign=${sampleCampaignId()}`,
      text: '四',
    },
  ],
  'packages/region/index': [
    { query: '', text: '拉萨市' },
    { query: '?for=origin', text: '按离政府驻地的远近排列' },
    { query: '?for=filter', text: '这里只列出有活动的地区' },
  ],
  'packages/archive/index': [
    { query: '', text: '2025' },
    { query: '?campaign=2025', text: '人人创造质量 人人享受质量' },
  ],
  'packages/about/index': [{ query: '', text: '自愿，不收费' }],
  'packages/slogans/index': [{ query: '', text: '1 / 11' }],
  'packages/complaint/index': [
    { query: '', text: '先分清' },
    { query: '?part=draft', text: '酸奶胀袋' },
  ],
  'packages/sign-up/index': [
    { query: `?id=${COURSE}`, text: '提交报名' },
    { query: '', text: '找不到这场活动' },
  ],
  'packages/ticket/index': [
    { query: `?id=${EVENT}`, text: '入场时出示这个二维码' },
    { query: `?id=${COURSE}`, text: '找不到这次报名' },
    { query: '', text: '找不到这次报名' },
  ],
  'packages/inbox/index': [{ query: '', text: '看实验室' }],
  'packages/privacy/index': [{ query: '', text: '隐私' }],
  'packages/report/index': [
    { query: `?event=${EVENT}`, text: '收了多少钱（元）' },
    { query: '', text: '您的意见' },
  ],
  'packages/nearby/index': [{ query: '', text: '看实验室' }],
  'packages/field/index': [{ query: '', text: '绑定链接' }],
  'packages/door/index': [{ query: '', text: '配对码' }],
  'packages/door/attention/index': [{ query: '', text: '没有需要处理的记录' }],
};

interface AppConfig {
  readonly pages: readonly string[];
  readonly subPackages: readonly { readonly root: string; readonly pages: readonly string[] }[];
}

type Loaded = AppConfig | { readonly default: AppConfig };

/** Every page that `src/app.config.ts` names: one that is added is looked at without being asked for. */
async function pagesOfApp(): Promise<string[]> {
  // Taro's build gives the file this function; it hands back what it is given.
  Object.assign(globalThis, { defineAppConfig: (config: unknown) => config });
  const { default: loaded } = (await import('../../src/app.config')) as unknown as { default: Loaded };
  // Who loads it as a module of another kind finds it one step deeper.
  const config = 'default' in loaded ? loaded.default : loaded;
  return [...config.pages, ...config.subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`))];
}

export interface ScreenToSee {
  readonly path: string;
  /** Something that stands there once it is loaded; `null`: nobody has said. */
  readonly text: string | null;
}

/** In a browser the door is a page of its own, outside the app. */
const isIn = (target: AppDriver['target'], page: string): boolean =>
  target === 'weapp' || !page.startsWith('packages/door/');

export async function everyScreen(target: AppDriver['target']): Promise<ScreenToSee[]> {
  const pages = (await pagesOfApp()).filter((page) => isIn(target, page));
  return pages.flatMap((page) =>
    (ADDRESSES[page] ?? [{ query: '', text: null }]).map(({ query, text }) => ({ path: page + query, text })),
  );
}

const terms = (form: 'visit' | 'training', capacity: number): object => ({
  form,
  opensAt: `${dayFromNow(-1)}T09:00:00+08:00`,
  closesAt: `${dayFromNow(1)}T12:00:00+08:00`,
  capacity,
  maxParty: 4,
});

type Body = NonNullable<Parameters<typeof eventBody>[0]>;

async function put(testServer: TestServer, id: string, part: Body): Promise<void> {
  const { status, body } = await testServer.publish('PUT', `events/${id}`, eventBody(part));
  if (status !== 200 && status !== 201) throw new Error(`publishing answered ${status}: ${JSON.stringify(body)}`);
}

/** An app in use: a ticket, a place in the queue, notices of changes, a half-filled form and a draft. */
export async function seedState(app: AppDriver, testServer: TestServer, wechatCode: string): Promise<void> {
  const day = dayFromNow(2);
  const visit = { title: '看实验室：走进国家民用“三表”计量检定站', day, signUp: terms('visit', 20) } as Body;
  await put(testServer, EVENT, visit);
  await put(testServer, COURSE, {
    title: '质量管理小组骨干培训',
    day,
    programmeId: 't058',
    signUp: terms('training', 2),
  } as Body);
  // Its words have no place to break at.
  const address = `https://example.com/${'q'.repeat(90)}`;
  await put(testServer, OFF, {
    title: '看实验室：取消的一场',
    day,
    signUp: terms('visit', 20),
    summary: address,
    venue: { name: 'W'.repeat(60), address, latitude: 29.652, longitude: 91.132 },
    bring: 'M'.repeat(60),
  } as Body);
  if (app.target === 'weapp') await (app as EngineDriver).answer('login', { code: wechatCode });
  for (const id of [EVENT, OFF]) {
    await app.restart({ path: `packages/event/index?id=${id}` });
    await app.tap('立即报名');
    await app.fill('联系人姓名', '卓玛央金');
    await app.fill('手机号', '13800138000');
    // Both are held by one organiser, who asks once.
    if (id === EVENT) await app.tap('我已阅读并同意《报名隐私说明》');
    await app.tap('提交报名');
    await app.waitText('入场时出示这个二维码');
  }
  await put(testServer, EVENT, { ...visit, startsAt: `${day}T09:30:00+08:00` });
  await testServer.publish('POST', `events/${OFF}/cancel`, { reason: `场馆检修，改期另行通知：${address}` });
  await app.restart({ path: `packages/sign-up/index?id=${COURSE}` });
  await app.fill('单位名称', '西藏高原之宝牦牛乳业股份有限公司');
  await app.tap('提交报名');
  await app.restart({ path: 'packages/complaint/index?part=draft' });
  await app.fill('姓名', '卓玛央金');
  await app.fill('经过', '酸奶胀袋，店家不肯退');
  await app.waitText('官方平台还需填写');
}

export async function openScreen(app: AppDriver, { path, text }: ScreenToSee): Promise<void> {
  await app.restart({ path });
  if (text !== null) await app.waitText(text);
}

/** The same screen again: a browser reloads its address, a mini-program is launched at it. */
export async function reloadScreen(app: AppDriver, { path, text }: ScreenToSee): Promise<void> {
  if (app.target === 'weapp') await app.restart({ path });
  else await app.page.reload();
  if (text !== null) await app.waitText(text);
}
