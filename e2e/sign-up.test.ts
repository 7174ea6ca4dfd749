/** The person's way from the tap to the ticket (docs/rules.md, "Sign-ups"), in the mini-program and in the browser. */
import type { AppDriver } from './driver';
import { dayFromNow } from './event-fixture';
import { addToCalendar } from './phone-calendar';
import { openTerms, waitTaken } from './other-user';
import { answerDialog, fillVisit, signUpForVisit } from './sign-up-server';
import { TARGETS } from './test-server';
import { useSignUpServer } from './use-test-server';

const at = useSignUpServer();

async function waitFocus(on: AppDriver, label: string): Promise<void> {
  await on.page.waitForFunction((wanted) => {
    let inner = document.activeElement;
    while (inner?.shadowRoot?.activeElement) inner = inner.shadowRoot.activeElement;
    return inner?.getAttribute('aria-label') === wanted;
  }, label);
}

describe.each(TARGETS)('%s', (target) => {
  test('a family signs up, notes the day in the phone’s calendar, shows the ticket without a network, and gives it back', async () => {
    const id = `family-${target}`;
    const event = { title: '全家看实验室', day: dayFromNow(2) };
    await at.publish(id, event);
    const on = await at.openAt(target, id);
    await on.waitText('还剩 20 个名额');
    await on.tap('立即报名');
    await on.tap('提交报名');
    await on.waitText('还有 3 项要填写或修改');
    await expect(on.title()).resolves.toBe('报名');
    await on.waitText('请填写联系人姓名');
    await waitFocus(on, '联系人姓名');
    await on.fill('联系人姓名', '扎西');
    await on.fill('手机号', '12345');
    await on.tap('参加人数加一');
    await on.tap('参加人数加一');
    await on.waitText('3 人');
    await on.tap('我已阅读并同意《报名隐私说明》');
    await on.tap('提交报名');
    await on.waitText('请填写 11 位的内地手机号');
    await on.fill('手机号', '138 0013 8000');
    await on.tap('提交报名');
    await on.waitText('入场时出示这个二维码');
    await expect(on.title()).resolves.toBe('报名成功');
    const text = await on.text();
    expect(text).toContain('已确认');
    expect(text).not.toContain('13800138000');
    const [, half] = /\n([2-9A-HJ-NP-Z]{5})\n/.exec(text) ?? [];
    expect(half).toBeDefined();
    await waitTaken(at.testServer, id, 3);
    await addToCalendar(on, '加到手机日历', at.testServer, { id, ...event });

    await on.setOffline(true);
    await on.restart();
    await on.waitText('我的下一场活动');
    await on.switchTab('我的');
    await on.waitText('即将参加');
    await on.tap('全家看实验室');
    await on.waitText(half ?? '?');
    await on.tap('取消报名');
    await answerDialog(on, '取消这次报名？', 'yes');
    await on.waitText('没有网络，还没有取消');

    await on.setOffline(false);
    await on.tap('取消报名');
    await answerDialog(on, '取消这次报名？', 'no');
    await on.waitText('入场时出示这个二维码');
    await on.tap('取消报名');
    await answerDialog(on, '取消这次报名？', 'yes');
    await on.waitText('名额已让出');
    await waitTaken(at.testServer, id, 0);
    expect(await on.errors()).toEqual([]);
  });

  test('rule 7, a refusal: it says why and keeps what was typed, over a restart too', async () => {
    const id = `refused-${target}`;
    await at.publish(id, { title: '人数会变的活动', day: dayFromNow(2) });
    const on = await at.openAt(target, id);
    await on.tap('立即报名');
    await fillVisit(on, '卓玛');
    await on.tap('参加人数加一');
    await on.tap('我已阅读并同意《报名隐私说明》');
    // The organiser allows no parties any more; the phone has not heard.
    await at.publish(id, { title: '人数会变的活动', day: dayFromNow(2), signUp: openTerms({ maxParty: 1 }) });
    await on.tap('提交报名');
    await on.waitText('每个账号最多报 1 人，请减少人数');
    const fieldValue = (label: string): Promise<string> =>
      on.page.locator(`input[aria-label="${label}"]`).filter({ visible: true }).inputValue();
    await expect(fieldValue('联系人姓名')).resolves.toBe('卓玛');
    await on.restart();
    await on.switchTab('我的');
    await on.tap('报名未成功，点按看原因');
    await on.waitText('每个账号最多报 1 人，请减少人数');
    await expect(fieldValue('手机号')).resolves.toBe('13800138000');
    await on.tap('参加人数减一');
    await on.tap('我已阅读并同意《报名隐私说明》');
    await on.tap('提交报名');
    await on.waitText('入场时出示这个二维码');
    await waitTaken(at.testServer, id, 1);
  });

  test('an enterprise sends people, a QC group registers, a household asks about its meters', async () => {
    const day = dayFromNow(3);
    await at.publish(`training-${target}`, {
      title: '首席质量官培训',
      day,
      signUp: openTerms({ form: 'training', maxParty: 3 }),
    });
    await at.publish(`qc-${target}`, {
      title: 'QC小组成果发表会',
      day,
      signUp: openTerms({ form: 'qc', maxParty: 1 }),
    });
    await at.publish(`meters-${target}`, { title: '“三表”计量科普', day, signUp: openTerms({ form: 'metrology' }) });

    const on = await at.openAt(target, `training-${target}`);
    await on.tap('立即报名');
    await on.fill('单位名称', '拉萨净土食品有限公司');
    await on.fill('统一社会信用代码', '91350100M000100Y44');
    await on.fill('姓名', '扎西');
    await on.fill('手机号', '13800138000');
    await on.tap('再加一位');
    await on.waitText('第 2 位');
    await on.fill('姓名', '卓玛');
    await on.fill('手机号', '13800138001');
    await on.fill('职务', '质量部部长');
    await on.tap('我已阅读并同意《报名隐私说明》');
    await on.tap('提交报名');
    await on.waitText('请对照营业执照核对，无误请确认');
    await on.fill('统一社会信用代码', '91350100M000100Y43');
    await on.tap('提交报名');
    await on.waitText('入场时出示这个二维码');
    await waitTaken(at.testServer, `training-${target}`, 2);

    await on.restart({ path: `packages/event/index?id=qc-${target}` });
    await on.tap('立即报名');
    await on.waitText('已填入上次使用的联系方式');
    await on.fill('小组名称', '雪莲QC小组');
    await on.fill('课题名称', '降低青稞饼破损率');
    await on.tap('问题解决型');
    await on.fill('小组人数', '8');
    await on.fill('发表人姓名', '央金');
    await on.tap('我已阅读并同意《报名隐私说明》');
    await on.tap('提交报名');
    await on.waitText('入场时出示这个二维码');
    await waitTaken(at.testServer, `qc-${target}`, 1);

    await on.restart({ path: `packages/event/index?id=meters-${target}` });
    await on.tap('立即报名');
    await on.tap('水表');
    await on.tap('燃气表');
    await on.tap('我已阅读并同意《报名隐私说明》');
    await on.tap('提交报名');
    await on.waitText('入场时出示这个二维码');
    expect(await on.errors()).toEqual([]);
  });

  test('a person is handed everything held on them, and has it erased: the seat goes free', async () => {
    const id = `erased-${target}`;
    await at.publish(id, { title: '删除之前报的名', day: dayFromNow(2) });
    const on = await at.openAt(target, id);
    await signUpForVisit(on, '格桑');
    await waitTaken(at.testServer, id, 1);
    await on.restart();
    await on.switchTab('我的');
    await on.tap('隐私与个人信息');
    const answer = on.page.waitForResponse((response) => response.url().endsWith('/api/v1/me'));
    await on.tap('导出我的信息');
    expect(await (await answer).text()).toContain('格桑');
    await on.tap('删除我的全部信息');
    await answerDialog(on, '删除全部信息？', 'yes');
    await on.waitText('已全部删除');
    await waitTaken(at.testServer, id, 0);
    await on.restart();
    await on.switchTab('我的');
    await on.waitText('还没有报名');
    const left = Object.entries(await on.storage()).filter(([, value]) => value.includes('格桑'));
    expect(left.map(([key]) => key)).toEqual([]);
    expect(await on.errors()).toEqual([]);
  });
});
