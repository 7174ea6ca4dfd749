/** A list of people pasted into a form, and one of them exchanged later: on both targets, to the server's own record. */
import { dayFromNow } from './event-fixture';
import { openTerms, waitTaken } from './other-user';
import { TARGETS } from './test-server';
import { useSignUpServer } from './use-test-server';

const at = useSignUpServer();
const LIST = ['扎西\t13800138000\t质量部', '卓玛 13800138001', '3、次仁：1380013800', '—— 以上 ——'].join('\n');

describe.each(TARGETS)('%s', (target) => {
  test('粘贴名单 fills people in, keeps what it did not read, and 修改报名信息 exchanges one without losing a seat', async () => {
    const id = `list-${target}`;
    const signUp = openTerms({ form: 'training', maxParty: 3 });
    await at.publish(id, { title: '首席质量官培训', day: dayFromNow(3), signUp });
    const on = await at.openAt(target, id);
    await on.tap('立即报名');
    await on.fill('单位名称', '拉萨净土食品有限公司');
    await on.fill('统一社会信用代码', '91350100M000100Y43');
    await on.tap('粘贴名单');
    await on.fill('粘贴名单', LIST);
    await on.waitText('识别出 3 位');
    await on.waitText('以下内容没有识别出来，不会填入');
    await on.tap('填入 3 位');
    // What was not read stays to be put right; nothing is cut off in silence.
    await on.waitText('以下内容没有识别出来，不会填入');
    await on.tap('不填入');
    await on.tap('我已阅读并同意《报名隐私说明》');
    await on.tap('提交报名');
    // The third one's number is a figure short: that person is opened.
    await on.waitText('请填写 11 位的内地手机号');
    await on.fill('手机号', '13800138002');
    await on.tap('提交报名');
    await on.waitText('入场时出示这个二维码');
    await waitTaken(at.testServer, id, 3);

    await on.tap('修改报名信息');
    await on.waitText('可以更换参加人员、减少人数，名额保留');
    await on.tap('第 2 位，卓玛，点按修改');
    await on.fill('姓名', '央金');
    await on.fill('手机号', '13700137000');
    const answer = on.page.waitForResponse(
      (each) => each.request().method() === 'PATCH' || each.request().method() === 'POST',
    );
    await on.tap('保存修改');
    expect((await answer).status()).toBe(200);
    await on.waitText('入场时出示这个二维码');
    await waitTaken(at.testServer, id, 3);

    await on.restart();
    await on.switchTab('我的');
    await on.tap('隐私与个人信息');
    await on.tap('查看我的信息');
    await on.waitText('13700137000');
    const text = await on.text();
    for (const held of ['扎西', '央金', '次仁']) expect(text).toContain(held);
    expect(text).not.toContain('卓玛');
    expect(await on.errors()).toEqual([]);
  });
});
