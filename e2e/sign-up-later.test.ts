/** What comes after the tap: the queue, lost networks and replies, an organiser who changes plans. On both targets. */
import { dayFromNow } from './event-fixture';
import { newOtherUser, openTerms, waitTaken } from './other-user';
import { answerDialog, comeBack, fillVisit, signUpForVisit } from './sign-up-server';
import { TARGETS } from './test-server';
import { useSignUpServer } from './use-test-server';

const at = useSignUpServer();

describe.each(TARGETS)('%s', (target) => {
  test('rules 4 and 5, full: a place in the queue and why; a seat that comes free, and a notice of it', async () => {
    const id = `full-${target}`;
    await at.publish(id, { title: `座无虚席${target}`, day: dayFromNow(2), signUp: openTerms({ capacity: 2 }) });
    const stranger = await newOtherUser(at.testServer);
    const theirs = await stranger.signUp(id, 2);
    const on = await at.openAt(target, id);
    await on.tap('已满，排队候补');
    await fillVisit(on);
    await on.tap('我已阅读并同意《报名隐私说明》');
    await on.tap('提交候补');
    await on.waitText('名额已满。如有人取消或名额增加，将按顺序递补');
    await on.waitText('确认之前请勿前往');
    expect((await on.text()).replaceAll(/\s/g, '')).toContain('排在第1位');
    await on.restart({ path: `packages/event/index?id=${id}` });
    await on.waitText('候补中，第 1 位');

    await stranger.cancel(theirs.id);
    await comeBack(on);
    await on.waitText('已报名，看凭证');
    await on.restart();
    await on.switchTab('我的');
    await on.waitText('1 条未读');
    await on.tap('消息');
    await on.waitText('候补成功，已为您确认名额');
    await on.tap('候补成功，已为您确认名额');
    await on.waitText('入场时出示这个二维码');
    await on.back();
    await on.back();
    await on.waitGone('1 条未读');
    expect(await on.errors()).toEqual([]);
  });

  test('rule 9, without a network: it waits in the outbox, through a restart, and is sent once', async () => {
    const id = `outbox-${target}`;
    await at.publish(id, { title: '路上报的名', day: dayFromNow(2) });
    const on = await at.openAt(target, id);
    await on.tap('立即报名');
    await fillVisit(on);
    await on.tap('我已阅读并同意《报名隐私说明》');
    await on.setOffline(true);
    await on.tap('提交报名');
    await on.waitText('没有网络，报名还没有发出去');
    await on.restart();
    await on.switchTab('我的');
    await on.waitText('正在报名');
    expect(await on.text()).not.toContain('即将参加');
    await on.setOffline(false);
    await on.waitText('即将参加');
    await waitTaken(at.testServer, id, 1);

    const other = `given-up-${target}`;
    await at.publish(other, { title: '不去了的活动', day: dayFromNow(3) });
    await on.restart({ path: `packages/event/index?id=${other}` });
    await on.tap('立即报名');
    await on.waitText('已填入上次使用的联系方式');
    await on.tap('我已阅读并同意《报名隐私说明》');
    await on.setOffline(true);
    await on.tap('提交报名');
    await on.tap('放弃报名');
    await answerDialog(on, '放弃这次报名？', 'yes');
    await on.waitText('立即报名');
    await on.setOffline(false);
    await comeBack(on);
    await on.waitText('立即报名');
    await waitTaken(at.testServer, other, 0);
  });

  test('rule 1, a reply that is lost: no second sign-up', async () => {
    const id = `lost-${target}`;
    await at.publish(id, { title: '信号不好的地方', day: dayFromNow(2) });
    const on = await at.openAt(target, id);
    await on.tap('立即报名');
    await fillVisit(on);
    await on.tap('我已阅读并同意《报名隐私说明》');
    const sent: string[] = [];
    await on.page.route('**/api/v1/sign-ups', async (route) => {
      if (route.request().method() !== 'POST') return route.fallback();
      sent.push(route.request().postData() ?? '');
      if (sent.length > 1) return route.fallback();
      // The server hears it; the phone does not hear the answer.
      await fetch(`${at.testServer.origin}/api/v1/sign-ups`, {
        method: 'POST',
        headers: await route.request().allHeaders(),
        body: sent[0],
      });
      return route.abort('connectionreset');
    });
    await on.tap('提交报名');
    await on.waitText('入场时出示这个二维码');
    expect(sent.length).toBeGreaterThan(1);
    expect(new Set(sent).size).toBe(1);
    await waitTaken(at.testServer, id, 1);
  });

  test('rule 8, the organiser changes the event twice, then cancels it: told field by field, then void', async () => {
    const id = `moved-${target}`;
    const day = dayFromNow(3);
    await at.publish(id, { title: '会改期的活动', day });
    const on = await at.openAt(target, id);
    await signUpForVisit(on);

    await at.publish(id, { title: '会改期的活动', day, startsAt: `${day}T10:00:00+08:00` });
    await comeBack(on);
    await on.waitText('活动有变动');
    await at.publish(id, {
      title: '会改期的活动',
      day,
      startsAt: `${day}T10:00:00+08:00`,
      venue: { name: '城关区图书馆', address: '拉萨市城关区', latitude: 29.65, longitude: 91.13 },
    });
    await comeBack(on);
    await on.waitText('城关区图书馆');
    const text = await on.text();
    expect(text).toContain('城关区文化活动中心');
    expect(text).toMatch(/14:00–16:00[\s\S]*10:00–16:00/);
    await on.tap('我知道了');
    await on.waitGone('活动有变动');

    expect((await at.testServer.publish('POST', `events/${id}/cancel`, { reason: '场馆停电' })).status).toBe(200);
    await comeBack(on);
    await on.waitText('凭证已作废，请不要前往');
    await on.waitText('原因：场馆停电');
    expect(await on.text()).not.toContain('入场时出示这个二维码');
    await on.restart();
    await on.switchTab('我的');
    await on.tap('消息');
    await on.waitText('活动被主办单位取消');
    await on.waitText('活动有变动');
    expect(await on.errors()).toEqual([]);
  });
});
