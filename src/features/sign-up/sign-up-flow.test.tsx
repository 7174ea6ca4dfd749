import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { QualityEvent } from '../../../domain/event/event';
import { privacyPage } from '../../../words/strings';
import { outbox } from '../../sync/outbox';
import { phone } from '../../testing/fake-taro';
import { EVENT, problem, VISIT } from '../../testing/fake-account-server';
import {
  errors,
  field,
  fillIn,
  openForm as open,
  settle,
  tap,
  type,
  phoneForEachTest,
} from '../../testing/sign-up-form';
import { SignUpFlow } from './sign-up-flow';

const used = phoneForEachTest();

/** The person leaves the page, or the app is killed; what is stored stays. */
async function leaveAndReturn(): Promise<void> {
  cleanup();
  await open();
}

const alerts = (): string[] => screen.queryAllByRole('alert').map(({ textContent }) => textContent);

describe('what is wrong', () => {
  test('stands beside each field, all at once; the focus goes to the first', async () => {
    await open();
    await tap('提交报名');
    expect(errors()).toEqual(['请填写联系人姓名', '请填写手机号', '请先阅读并同意《报名隐私说明》']);
    // One alert, not one a field.
    expect(alerts()).toEqual(['还有 3 项要填写或修改']);
    expect(document.activeElement).toBe(field('联系人姓名'));
    expect(phone.acts.some((done) => done.includes('#field-contactName'))).toBe(true);
    expect(outbox.getState().items).toEqual([]);
  });

  test('goes away as it is put right, and the focus goes to what is left', async () => {
    await open();
    await tap('提交报名');
    type('联系人姓名', '王小明');
    expect(errors()).not.toContain('请填写联系人姓名');
    await tap('提交报名');
    expect(document.activeElement).toBe(field('手机号'));
  });

  test('submitted again, the same field gets the focus again', async () => {
    await open();
    await tap('提交报名');
    field('手机号').focus();
    await tap('提交报名');
    expect(document.activeElement).toBe(field('联系人姓名'));
  });

  test('an identity number is called what it is', async () => {
    await open();
    type('联系人姓名', '110101199003072316');
    await tap('提交报名');
    expect(errors()).toContain('这里不需要身份证号，请删去');
  });

  test('somebody of several who is closed is opened', async () => {
    const training = { ...EVENT, signUp: EVENT.signUp && { ...EVENT.signUp, form: 'training' as const } };
    await open(training);
    type('姓名', '王小明');
    await tap('再加一位');
    type('姓名', '李红');
    type('手机号', '13900139000');
    type('单位名称', '某某公司');
    type('统一社会信用代码', '91350100M000100Y43');
    await tap('提交报名');
    expect(document.activeElement).toBe(field('手机号'));
    expect(field('姓名').value).toBe('王小明');
    await tap('第 2 位，李红，点按修改');
    expect(field('姓名').value).toBe('李红');
    expect(errors()).not.toContain('请填写手机号');
  });
});

describe('what was typed is kept', () => {
  test('through a killed app', async () => {
    await open();
    type('联系人姓名', '王小明');
    await tap('参加人数加一');
    await leaveAndReturn();
    expect(field('联系人姓名').value).toBe('王小明');
    expect(screen.getByLabelText('2 人')).toBeTruthy();
  });

  test('through a refusal, which is said in plain words', async () => {
    used.server.instead.set('POST /api/v1/sign-ups', [problem(409, 'full')]);
    await open();
    await fillIn();
    await tap('提交报名');
    expect(alerts().join()).toContain('名额已满');
    expect([field('联系人姓名').value, field('手机号').value]).toEqual([VISIT.contactName, VISIT.mobile]);
  });

  test('through a refusal on a phone that can store nothing', async () => {
    phone.storageOff = true;
    const warn = jest.spyOn(console, 'warn').mockImplementation();
    used.server.instead.set('POST /api/v1/sign-ups', [problem(409, 'not-open')]);
    await open();
    await fillIn();
    await tap('提交报名');
    expect(field('联系人姓名').value).toBe(VISIT.contactName);
    warn.mockRestore();
  });

  test('what the server finds wrong stands beside the field, too', async () => {
    const refused = [{ path: 'form.mobile', code: 'mobile' }];
    used.server.instead.set('POST /api/v1/sign-ups', [problem(400, 'invalid-input', refused)]);
    await open();
    await fillIn();
    await tap('提交报名');
    expect(errors()).toContain('请填写 11 位的内地手机号');
  });

  test('a next form has the contact already', async () => {
    await open();
    await fillIn();
    await tap('提交报名');
    cleanup();
    await open({ ...EVENT, id: 'another' });
    expect(field('联系人姓名').value).toBe(VISIT.contactName);
    expect(screen.getByText('已填入上次使用的联系方式')).toBeTruthy();
  });
});

describe('what is typed', () => {
  const draft = (): string | undefined => phone.storage.get(`draft/${EVENT.id}`);

  test('is stored at the pause, not at every letter', async () => {
    await open();
    for (const name of ['王', '王小', VISIT.contactName]) type('联系人姓名', name);
    expect(phone.written).toEqual([]);
    await act(() => jest.advanceTimersByTimeAsync(500));
    expect(phone.written).toEqual([`draft/${EVENT.id}`]);
    expect(draft()).toContain(VISIT.contactName);
  });

  test.each([
    ['the field is left', (): unknown => fireEvent.blur(field('联系人姓名'))],
    [
      'another page is opened',
      (): void => {
        phone.hidePage();
      },
    ],
    ['the page is closed', cleanup],
    [
      'the app goes out of sight',
      (): void => {
        phone.goToBack();
      },
    ],
  ])('is stored at once when %s', async (_, leave) => {
    await open();
    type('联系人姓名', VISIT.contactName);
    expect(draft()).toBeUndefined();
    leave();
    expect(draft()).toContain(VISIT.contactName);
  });
});

describe('sending', () => {
  test('is never called confirmed before the server has said so', async () => {
    used.server.instead.set('POST /api/v1/sessions', ['offline']);
    await open();
    await fillIn();
    await tap('提交报名');
    expect(screen.getByText('没有网络，报名还没有发出去')).toBeTruthy();
    expect(screen.queryByText('done')).toBeNull();
    await tap('现在重试');
    expect(screen.getByText('done')).toBeTruthy();
  });

  test('waits for a server that has too much to do, says so, and has nothing to tap meanwhile', async () => {
    const busy = { status: 503, body: '{"code":"unavailable"}', header: { 'Retry-After': '5' } };
    used.server.instead.set('POST /api/v1/sign-ups', [busy]);
    await open();
    await fillIn();
    await tap('提交报名');
    expect(screen.getByText('现在人多，报名稍后自动发送')).toBeTruthy();
    expect(screen.getByText('报名已保存在本机，不用重填，也不用反复点。收到确认才算报名成功。')).toBeTruthy();
    expect(screen.queryByLabelText('现在重试')).toBeNull();
    await act(() => jest.advanceTimersByTimeAsync(10_000));
    expect(screen.getByText('done')).toBeTruthy();
  });

  test('asks for reminders within the tap, before anything has been sent', async () => {
    const templates = JSON.stringify({ templates: [{ id: 'of-changes', kinds: ['changed'] }] });
    phone.server = (url, sent) =>
      url === '/api/v1/messages' ? { status: 200, body: templates } : used.server.answer(url, sent);
    await open();
    await fillIn();
    const before = phone.sent.length;
    fireEvent.click(screen.getByLabelText('提交报名'));
    expect(phone.acts).toContain('requestSubscribeMessage');
    expect(phone.sent.slice(before).some(({ url }) => url === '/api/v1/sign-ups')).toBe(false);
    await settle();
    expect(screen.getByText('done')).toBeTruthy();
    const granted = phone.sent.find(({ url }) => url === '/api/v1/messages/grants');
    expect(granted?.body).toEqual({ templates: ['of-changes'] });
    expect(phone.sent.filter(({ url }) => url === '/api/v1/sessions')).toHaveLength(1);
  });

  test('a double tap makes one', async () => {
    await open();
    await fillIn();
    const button = screen.getByLabelText('提交报名');
    fireEvent.click(button);
    fireEvent.click(button);
    await settle();
    expect(used.server.signUps.size).toBe(1);
  });

  test('agrees to the text that the app has; outdated, it is asked for again', async () => {
    used.server.instead.set('POST /api/v1/sign-ups', [problem(409, 'consent-outdated')]);
    await open();
    await fillIn();
    await tap('提交报名');
    expect(alerts().join()).toContain('隐私说明更新了');
    expect(screen.getByLabelText('我已阅读并同意《报名隐私说明》').getAttribute('aria-checked')).toBe('false');
    await tap('我已阅读并同意《报名隐私说明》');
    await tap('提交报名');
    expect(screen.getByText('done')).toBeTruthy();
    const sent = phone.sent.filter(({ method, url }) => method === 'POST' && url === '/api/v1/sign-ups');
    expect(sent.map(({ body }) => (body as { consent: string }).consent)).toEqual([
      privacyPage.version,
      privacyPage.version,
    ]);
  });
});

test('an event that takes no sign-ups now says so, and leads back', async () => {
  cleanup();
  render(<SignUpFlow event={EVENT} now={Date.UTC(2026, 8, 18)} done={null} />);
  await settle();
  expect(screen.getByText('现在不能报名')).toBeTruthy();
  expect(screen.getByText('报名已截止')).toBeTruthy();
});

describe('an event that takes accounts of WeChat only', () => {
  const target = process.env.TARO_ENV;
  const only: QualityEvent = { ...EVENT, signUp: EVENT.signUp && { ...EVENT.signUp, wechatOnly: true } };
  afterEach(() => {
    process.env.TARO_ENV = target;
  });

  test('in the browser says where one signs up, in place of a form', async () => {
    process.env.TARO_ENV = 'h5';
    await open(only);
    expect(document.body.textContent).toContain('请用微信报名');
    expect(screen.queryByLabelText('联系人姓名')).toBeNull();
  });

  test('in the mini-program has its form', async () => {
    process.env.TARO_ENV = 'weapp';
    await open(only);
    expect(field('联系人姓名')).toBeTruthy();
  });
});
