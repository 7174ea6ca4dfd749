/** A member's phone (docs/rules.md, access A5): bound, my events, the roster, another time, and what citizens see of it. */
import type { AppDriver, EngineDriver } from '../mini-program-host/driver';
import { dayFromNow, eventBody } from './event-fixture';
import { bindPhone, type MemberDesk, openMemberDesk } from './member-desk';
import { newOtherUser, openTerms } from './other-user';
import { answerDialog } from './sign-up-server';
import { TARGETS } from './test-server';
import { useSignUpServer } from './use-test-server';

const at = useSignUpServer();
let desk: MemberDesk;
beforeAll(async () => {
  desk = await openMemberDesk(at.testServer);
});

const isEngine = (on: AppDriver): on is EngineDriver => on.target === 'weapp';

test.each(TARGETS)('%s: bind, my events, the roster, another time: the citizen sees the change', async (target) => {
  const id = `field-${target}`;
  const title = `看实验室 ${target}`;
  await desk.publish(id, eventBody({ title, day: dayFromNow(2), signUp: openTerms() }));
  const visitor = await newOtherUser(at.testServer);
  await visitor.signUp(id, 2);
  const citizen = await at.openAt(target, id);
  await citizen.waitText('14:00');
  const on = await at.open(target);
  await on.waitText(/更新于 \d\d:\d\d/);
  await bindPhone(on, desk, at.testServer.origin);
  await on.tap(title);
  await on.tap('名单');
  await on.waitText('达*');
  expect(await on.text()).not.toContain('13900139000');
  await on.tap('查看达*的完整信息');
  await on.tap('联系报名人');
  await on.waitText('13900139000');
  await on.tap('关闭');
  await on.waitGone('13900139000');
  expect(JSON.stringify(await on.storage())).not.toMatch(/达\*|达娃|13900139000/);
  await on.back();
  await on.tap('改期');
  if (isEngine(on)) await on.pick('16:00', ['17', '30']);
  else await on.page.getByLabel('结束时间').fill('17:30');
  await on.tap('发布改期');
  await on.waitText('–17:30');
  await citizen.restart({ path: `packages/event/index?id=${id}` });
  await citizen.waitText('17:30');

  await on.tap('取消活动');
  await on.fill('取消原因', '场馆停电');
  // The title of the page has the same words.
  await on.tap('.button--main');
  await answerDialog(on, '确定取消这场活动？', 'yes');
  await on.waitText('这场活动已经取消或结束');
  await citizen.restart({ path: `packages/event/index?id=${id}` });
  await citizen.waitText('场馆停电');
  expect(await on.errors()).toEqual([]);
});
