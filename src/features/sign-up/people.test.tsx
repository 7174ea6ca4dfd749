import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { QualityEvent } from '../../../domain/event/event';
import { signUpForm } from '../../../words/strings';
import { phone } from '../../platform/taro-double';
import { outbox, sending } from '../../sync/outbox';
import { forgetSession } from '../../sync/session';
import { mySignUps } from '../../sync/sign-ups';
import { AccountServer, EVENT } from '../../sync/sign-ups-double';
import { SignUpWay } from './sign-up-way';

const NOW = Date.UTC(2026, 8, 10, 1);
const TRAINING: QualityEvent = { ...EVENT, signUp: EVENT.signUp && { ...EVENT.signUp, form: 'training', maxParty: 3 } };
const CONSENT = '我已阅读并同意《报名隐私说明》';
let server: AccountServer;

const settle = (): Promise<void> =>
  act(async () => {
    await jest.advanceTimersByTimeAsync(0);
  });
const field = (label: string): HTMLInputElement => screen.getByLabelText<HTMLInputElement>(label);
const type = (label: string, value: string): void => {
  fireEvent.change(field(label), { target: { value } });
};
const tap = async (name: string): Promise<void> => {
  fireEvent.click(screen.getByLabelText(name));
  await settle();
};
/** What is wrong, beside what is wrong. */
const errors = (): string[] => Array.from(document.querySelectorAll('.field__error'), ({ textContent }) => textContent);
const alerts = (): string[] => screen.queryAllByRole('alert').map(({ textContent }) => textContent);
const rows = (): string[] => screen.queryAllByRole('listitem').map((row) => row.getAttribute('aria-label') ?? '');
const sentForm = (): unknown => {
  const sent = phone.sent.filter(({ method, url }) => method === 'POST' && url === '/api/v1/sign-ups');
  return (sent[sent.length - 1]?.body as { form: unknown } | undefined)?.form;
};

async function fillEnterprise(): Promise<void> {
  type('单位名称', '单位名称：拉萨某某有限公司');
  type('统一社会信用代码', '统一社会信用代码：91350100M000100Y43');
  await tap(CONSENT);
}

beforeEach(async () => {
  jest.useFakeTimers({ now: NOW });
  phone.reset();
  forgetSession();
  server = new AccountServer();
  phone.server = (url, sent) => server.answer(url, sent);
  outbox.setState({ entries: [] });
  sending.setState({ hindrance: null, accepted: [] });
  mySignUps.setState({ signUps: [], events: {}, watches: {} });
  render(<SignUpWay event={TRAINING} now={NOW} done={<div>done</div>} />);
  await settle();
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

describe('粘贴名单', () => {
  test('rows become people, each marked, and are sent', async () => {
    await tap('粘贴名单');
    type('粘贴名单', '姓名\t手机\t职务\n张三\t13800138000\t经理\n李四\t13900139000');
    expect(rows()).toEqual(['张三  13800138000  经理，可以填入', '李四  13900139000，可以填入']);
    await tap('填入 2 位');
    expect(screen.queryByLabelText('不填入')).toBeNull();
    await fillEnterprise();
    await tap('提交报名');
    expect(sentForm()).toEqual({
      enterprise: '拉萨某某有限公司',
      creditCode: '91350100M000100Y43',
      attendees: [
        { name: '张三', mobile: '13800138000', post: '经理' },
        { name: '李四', mobile: '13900139000' },
      ],
    });
  });

  test('what is wrong, too many, twice, or nobody is said, and stays to be put right', async () => {
    await tap('粘贴名单');
    const lines = [
      '张三 13800138000',
      '李四 1390013',
      '张三 13800138000',
      '王五 13700137000',
      '赵六 13600136000',
      '谢谢！',
    ];
    type('粘贴名单', lines.join('\n'));
    expect(rows()).toEqual([
      '张三  13800138000，可以填入',
      '李四  1390013，姓名或手机号有误，填入后请修改',
      '张三  13800138000，与前面的人相同，不会填入',
      '王五  13700137000，可以填入',
      '赵六  13600136000，每个账号最多报 3 人，这一位不会填入',
    ]);
    expect(screen.getByText('谢谢！')).toBeTruthy();
    await tap('填入 3 位');
    expect(field('粘贴名单').value).toBe('赵六  13600136000\n谢谢！');
    expect(screen.getByLabelText('第 3 位，王五，点按修改')).toBeTruthy();
  });

  test('several people put into the field for one name are offered as a list; one row fills its fields', async () => {
    type('姓名', '张三 13800138000 经理 李四 13900139000');
    await settle();
    expect(rows()).toHaveLength(2);
    expect(field('姓名').value).toBe('');
    await tap('不填入');
    type('姓名', '张三 13800138000 经理');
    expect([field('姓名').value, field('手机号').value, field('职务').value]).toEqual(['张三', '13800138000', '经理']);
  });

  test('an identity number is kept nowhere', async () => {
    await tap('粘贴名单');
    type('粘贴名单', '张三 110101199003077715 13800138000');
    expect(screen.getByText('名单里的身份证号已略去，报名不需要。')).toBeTruthy();
    await tap('填入 1 位');
    await act(() => jest.advanceTimersByTimeAsync(500));
    expect([...phone.storage.values()].join()).not.toContain('110101');
    expect(document.body.innerHTML).not.toContain('110101');
  });
});

describe('what is wrong with one of several', () => {
  test('opens the folded person, scrolls there, and brings the focus', async () => {
    type('姓名', '张三');
    type('手机号', '138');
    await tap('再加一位');
    await tap('提交报名');
    await tap('第 2 位，还没有填写，点按修改');
    await fillEnterprise();
    type('姓名', '李四');
    type('手机号', '13900139000');
    phone.acts = [];
    await tap('提交报名');
    expect(field('姓名').value).toBe('张三');
    expect(document.activeElement).toBe(field('手机号'));
    expect(phone.acts.join()).toContain('#field-attendees-0-mobile');
    expect(document.getElementById('field-attendees-0-mobile')).not.toBeNull();
  });

  test('is said on leaving the field, but not of a field that is still empty', () => {
    type('手机号', '138');
    fireEvent.blur(field('手机号'));
    fireEvent.blur(field('姓名'));
    expect(errors()).toEqual(['请填写 11 位的内地手机号']);
    expect(alerts()).toEqual(['还有 1 项要填写或修改']);
  });

  test('the same person twice is asked about', async () => {
    await fillEnterprise();
    type('姓名', '张三');
    type('手机号', '13800138000');
    await tap('再加一位');
    type('姓名', '张三');
    type('手机号', '138 0013 8000');
    await tap('提交报名');
    expect(errors()).toEqual(['与前面的人姓名、手机号都相同，请修改或删除']);
    expect(alerts()).toEqual(['还有 1 项要填写或修改']);
    expect(sentForm()).toBeUndefined();
    type('姓名', '李四');
    expect(alerts()).toEqual([]);
  });

  test('a pasted text that is too long is not cut off: its length is what is wrong', async () => {
    const long = '很长的名称'.repeat(20);
    type('单位名称', long);
    await tap('提交报名');
    expect(field('单位名称').value).toBe(long);
    expect(errors()).toContain('单位名称最多 60 字，请删减');
  });
});

test('再加一位 brings the focus to the new name', async () => {
  type('姓名', '张三');
  await tap('再加一位');
  expect(field('姓名').value).toBe('');
  expect(document.activeElement).toBe(field('姓名'));
});

test('a person with something typed goes only after a question; a blank one at once', async () => {
  await tap('再加一位');
  await tap('删除第 2 位');
  expect(phone.acts.join()).not.toContain('showModal');
  await tap('再加一位');
  type('姓名', '李四');
  phone.says = false;
  await tap('删除第 2 位');
  expect(phone.acts).toContain('showModal 删除第 2 位 李四？');
  expect(field('姓名').value).toBe('李四');
  phone.says = true;
  await tap('删除第 2 位');
  expect(screen.queryByText('第 2 位')).toBeNull();
});

test('an older check character: the person confirms the licence, and that is sent', async () => {
  await fillEnterprise();
  type('统一社会信用代码', '91350203M0001QKT19');
  type('姓名', '张三');
  type('手机号', '13800138000');
  await tap('提交报名');
  expect(errors()).toContain(signUpForm.errors.codes['credit-code-unsure']);
  expect(sentForm()).toBeUndefined();
  await tap('营业执照上就是这样');
  await tap('提交报名');
  expect(sentForm()).toMatchObject({ creditCode: '91350203M0001QKT19', creditCodeConfirmed: true });
  expect(screen.getByText('done')).toBeTruthy();
});

test('whoever sends others may be the contact without attending', async () => {
  expect(screen.queryByLabelText('联系人姓名')).toBeNull();
  await tap('联系人不参加活动');
  type('联系人姓名', '次仁');
  type('联系人手机号', '13700137000');
  await fillEnterprise();
  type('姓名', '张三');
  type('手机号', '13800138000');
  await tap('提交报名');
  expect(sentForm()).toMatchObject({
    contactName: '次仁',
    mobile: '13700137000',
    attendees: [{ name: '张三', mobile: '13800138000' }],
  });
  expect(phone.storage.get('contact')).not.toContain('次仁');
});
