/** A member's phone at the month's end (docs/rules.md, "Summaries"): the summary read, a case written, handed in. */
import { type MemberDesk, openMemberDesk, PASSWORD } from './member-desk';
import { useTestServer } from './use-test-server';

const testServer = useTestServer();
let desk: MemberDesk;
beforeAll(async () => {
  desk = await openMemberDesk(testServer);
});

test('read, a case written on the spot, handed in with the password', async () => {
  const { code, number } = await desk.offerPhone();
  const on = await testServer.open('h5');
  await on.waitText(/更新于 \d\d:\d\d/);
  await on.restart({ path: `packages/field/index?bind=${code}` });
  await on.waitText('请核对后再绑定');
  await on.fill('电脑屏幕上的 4 位数字', number);
  await on.tap('确认绑定');
  await on.tap('活动总结');
  await on.waitText('129（其中 1 场未核验）');
  await on.tap('写一个案例');
  await on.fill('标题', '集市上的检测台');
  await on.fill('内容', '群众带着家里的秤来检定。');
  await on.page.getByLabel('对应的通知条目').selectOption({ index: 1 });
  await on.tap('保存案例');
  await on.waitText('集市上的检测台');
  await on.tap('报送上级');
  await on.fill('密码或动态码', PASSWORD);
  await on.tap('确认报送');
  await on.waitText('已报送上级');
  expect(await on.errors()).toEqual([]);
});
