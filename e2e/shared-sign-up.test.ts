/** From a shared link to the ticket, whatever this phone knows of the event's region: nothing, another one, or an old copy. */
import { dayFromNow } from './event-fixture';
import { signUpForVisit } from './sign-up-server';
import { TARGETS } from './test-server';
import { useSignUpServer } from './use-test-server';

const CHENGDU = { code: '510100', name: '成都市' };

const at = useSignUpServer();

describe.each(TARGETS)('%s', (target) => {
  test.each([
    ['has chosen no region', null],
    ['has chosen another region', CHENGDU],
  ])('a phone that %s', async (_, region) => {
    const id = `shared-${target}-${region === null ? 'none' : 'other'}`;
    await at.publish(id, { title: '朋友转来的活动', day: dayFromNow(2) });
    const on = await at.open(target, { region, path: `packages/event/index?id=${id}` });
    await on.waitText('朋友转来的活动');
    await signUpForVisit(on);
    await on.waitText('报名成功');
    await on.tap('看拉萨市城关区的活动');
    await on.waitText('朋友转来的活动');
    expect(await on.errors()).toEqual([]);
  });

  test('a phone whose copy of the region does not have the event yet', async () => {
    const id = `shared-${target}-stale`;
    const on = await at.open(target);
    await on.waitText(/更新于 \d\d:\d\d/);
    await at.publish(id, { title: '刚发布的活动', day: dayFromNow(2) });
    await on.page.route('**/api/v1/feed?*', (route) => route.abort());
    await on.restart({ path: `packages/event/index?id=${id}` });
    await on.waitText('刚发布的活动');
    await signUpForVisit(on);
    await on.waitText('报名成功');
  });
});
