import { fireEvent, render, screen } from '@testing-library/react';
import { forgetMember } from '../../sync/member';
import { openAccount } from '../../sync/session';
import { phone } from '../../testing/fake-taro';
import { freshApp, settle, shownText, tap, toasts } from '../../testing/fresh-app';
import { MemberDesk, ORG } from '../../testing/fake-member-desk';
import { caseOf, PARAGRAPH, PASSWORD } from '../../testing/fake-summary';
import { at } from '../../testing/held-events';
import { CaseForm } from './case-form';
import { OrganisationGate } from './member-gate';
import { SummaryView } from './summary-view';

const NOW = at('10T09:00');
const fresh = freshApp(NOW);
const WHICH = { org: ORG, campaign: '2026' };
let desk: MemberDesk;

beforeEach(async () => {
  forgetMember();
  desk = new MemberDesk(fresh.server());
  desk.isBound = true;
  phone.server = (url, sent) => desk.answer(url, sent);
  await openAccount();
  phone.sent = [];
});

const open = async (): Promise<() => void> => {
  const { unmount } = render(
    <OrganisationGate org={ORG}>
      {(own) => <SummaryView organisation={own} campaign="2026" now={NOW} />}
    </OrganisationGate>,
  );
  await settle();
  return unmount;
};
const openCase = async (nth: string): Promise<() => void> => {
  const { unmount } = render(<CaseForm which={WHICH} nth={nth} />);
  await settle();
  return unmount;
};
const type = async (label: string, value: string): Promise<void> => {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
  await settle();
};
const write = async (title: string): Promise<void> => {
  await type('标题', title);
  await type('内容', '把实验室搬到集市。');
  await tap(PARAGRAPH.name);
};
const asked = (): string[] =>
  phone.sent
    .filter(({ method }) => method !== 'GET')
    .map(({ method, url }) => `${method} ${url.replace(/^.*\/(organisations\/[^/]+\/|api\/v1\/)/, '')}`);

describe('F2, F4: reading the summary on the phone', () => {
  test('figures fill themselves in; what nobody wrote is said to be empty, and what nobody counted is not there', async () => {
    desk.summary.body = { ...desk.summary.body, hand: { ...desk.summary.body.hand, leaflets: 120 } };
    await open();
    const text = shownText();
    expect(text).toContain('拉萨市市场监督管理局 · 2026 年质量月');
    expect(text).toContain('报名人次42');
    expect(text).toContain('30（其中 1 场未核验）');
    expect(text).toContain('主要做法还没有写');
    expect(text).toContain('发放宣传资料（份）120');
    expect(text).not.toContain('媒体报道');
    expect(text).toContain('还有 6 天');
  });

  test.each([
    ['no network', () => 'offline' as const, '没有网络'],
    ['a server that fails', () => ({ status: 500, body: '' }), '没有打开'],
  ])('%s is said, with a way on', async (_, server, words) => {
    const good = phone.server;
    phone.server = (url, sent) => (url.includes('/summaries/') ? server() : good(url, sent));
    await open();
    expect(shownText()).toContain(words);
    phone.server = good;
    await tap('重试');
    expect(shownText()).toContain('自动汇总的数字');
  });

  test('a viewer reads, and neither writes nor submits', async () => {
    desk.organisations = [{ id: ORG, name: '拉萨市市场监督管理局', region: '540100', role: 'viewer' }];
    desk.summary.changeElsewhere([caseOf('老字号')]);
    await open();
    expect(shownText()).toContain('怎么做的');
    expect(screen.queryByText('写一个案例')).toBeNull();
    expect(screen.queryByText('报送上级')).toBeNull();
  });

  test('returned: the reason stands there, and it can be submitted again', async () => {
    desk.summary.state = 'returned';
    desk.summary.reason = '请补充成效';
    await open();
    expect(shownText()).toContain('上级退回了这份总结：请补充成效');
    expect(screen.getByText('报送上级')).toBeTruthy();
  });
});

describe('F2: writing a case on the phone', () => {
  test('a new one goes beside what is there, and nothing else of the summary changes', async () => {
    desk.summary.changeElsewhere([caseOf('老字号')]);
    desk.summary.body.texts.measures = '会同学校';
    await openCase('new');
    await write('集市上的实验室');
    await tap('可公开');
    await tap('保存案例');
    expect(desk.summary.body.cases.map(({ title, visibility }) => [title, visibility])).toEqual([
      ['老字号', 'superiors'],
      ['集市上的实验室', 'public'],
    ]);
    expect(desk.summary.body.texts.measures).toBe('会同学校');
    expect(toasts()).toEqual(['案例已保存']);
  });

  test('what is wrong is said at its field, and nothing is sent', async () => {
    await openCase('new');
    await type('标题', '打电话 13800138000');
    await tap('保存案例');
    expect(shownText()).toContain('请去掉手机号');
    expect(shownText()).toContain('请填写。');
    expect(asked()).toEqual([]);
  });

  test('what the server refuses is said at its field, and can be mended', async () => {
    desk.summary.changeElsewhere([caseOf('老字号')]);
    desk.summary.refused = [{ path: 'cases.1.body', code: 'fee-not-allowed' }];
    await openCase('new');
    await write('集市上的实验室');
    await tap('保存案例');
    expect(shownText()).toContain('质量月活动不得收费');
    expect(shownText()).not.toContain('没有保存成功');
    await tap('保存案例');
    expect(desk.summary.body.cases).toHaveLength(2);
  });

  test('without a network the words stay, also when the page was left, and are sent later', async () => {
    const leave = await openCase('new');
    await write('集市上的实验室');
    const good = phone.server;
    phone.server = () => 'offline';
    await tap('保存案例');
    expect(shownText()).toContain('没有网络，还没有保存');
    leave();
    phone.server = good;
    await openCase('new');
    expect(shownText()).toContain('已恢复您上次没有保存的内容');
    await tap('保存案例');
    expect(desk.summary.body.cases.map(({ title }) => title)).toEqual(['集市上的实验室']);
  });

  test('a case that was changed keeps its pictures and events', async () => {
    const picture = '0f0e0d0c-0b0a-8908-8706-050403020100';
    desk.summary.changeElsewhere([{ ...caseOf('老字号'), pictures: [picture] }]);
    await openCase('0');
    await type('标题', '老字号进社区');
    await tap('保存案例');
    expect(desk.summary.body.cases).toEqual([{ ...caseOf('老字号进社区'), pictures: [picture] }]);
  });

  test('a colleague wrote elsewhere in it meanwhile: the words stay, and go beside theirs', async () => {
    await openCase('new');
    await write('集市上的实验室');
    desk.summary.changeElsewhere([caseOf('老字号')]);
    await tap('保存案例');
    expect(shownText()).toContain('别的同事刚刚改过这份总结');
    await tap('保存案例');
    expect(desk.summary.body.cases.map(({ title }) => title)).toEqual(['老字号', '集市上的实验室']);
  });

  test('a colleague changed this very case: theirs is shown, and nothing is written over it unasked', async () => {
    desk.summary.changeElsewhere([caseOf('老字号')]);
    await openCase('0');
    await type('标题', '老字号进社区');
    desk.summary.changeElsewhere([caseOf('老字号进校园')]);
    await tap('保存案例');
    expect(shownText()).toContain('老字号进校园');
    expect(screen.getByLabelText('保存案例').getAttribute('aria-disabled')).toBe('true');
    await tap('用我写的代替');
    await tap('保存案例');
    expect(desk.summary.body.cases.map(({ title }) => title)).toEqual(['老字号进社区']);
  });

  test('is removed after a question', async () => {
    desk.summary.changeElsewhere([caseOf('老字号'), caseOf('实验室')]);
    await openCase('0');
    phone.says = false;
    await tap('删除案例');
    expect(asked()).toEqual([]);
    phone.says = true;
    await tap('删除案例');
    expect(desk.summary.body.cases.map(({ title }) => title)).toEqual(['实验室']);
  });
});

describe('F3: submitting from the phone', () => {
  const submit = async (proof: string): Promise<void> => {
    await tap('报送上级');
    await type('密码或动态码', proof);
    await tap('确认报送');
  };

  test('asks who it is once more; a wrong password is said, and the right one submits what was seen', async () => {
    await open();
    await submit('wrong password');
    expect(shownText()).toContain('密码或动态码不对');
    expect(asked()).toEqual(['POST staff/proof']);
    await type('密码或动态码', PASSWORD);
    await tap('确认报送');
    expect(desk.summary.state).toBe('submitted');
    expect(shownText()).toContain('已报送上级');
    expect(screen.queryByText('写一个案例')).toBeNull();
    expect(JSON.stringify([...phone.storage])).not.toContain(PASSWORD);
  });

  test('a colleague changed it meanwhile: nothing goes, and what is there now is shown', async () => {
    await open();
    desk.summary.changeElsewhere([caseOf('老字号')]);
    await submit(PASSWORD);
    expect(desk.summary.state).toBe('draft');
    expect(toasts()).toEqual(['别的同事刚刚改过，已为您取回最新内容，请核对后再报送。']);
    expect(shownText()).toContain('老字号');
  });

  test('after the deadline it says that it is late', async () => {
    desk.summary.daysLeft = -2;
    await open();
    expect(shownText()).toContain('会标为“迟报”');
    await tap('报送上级');
    expect(shownText()).toContain('已过截止日期，仍可以报送');
  });
});
