import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { QualityEvent } from '../../../domain/event/event';
import type { SignUp } from '../../../domain/sign-up/sign-up';
import { parseInstant } from '../../../domain/time/time';
import { phone } from '../../testing/fake-taro';
import { outbox } from '../../sync/outbox';
import { takeSignUp } from '../../sync/sign-ups';
import { EVENT, VISIT } from '../../testing/fake-account-server';
import { keepEvent, updateKnownEvents } from '../../sync/known-events';
import { relaunch } from '../../testing/relaunch';
import { HomeMine, HomeNews } from './home-mine';

const NOW = parseInstant('2026-09-10T09:00:00+08:00') ?? 0;
const WITH_PHONE: QualityEvent = { ...EVENT, organiser: { name: '市场监管局', phone: '0891-12315' } };

const signUp = (part: Partial<SignUp> = {}): SignUp => ({
  id: '1',
  eventId: EVENT.id,
  status: 'confirmed',
  seats: 1,
  ticket: 'ABCDEFGH23',
  createdAt: Date.parse('2026-09-09T09:00:00+08:00'),
  ...part,
});
const show = (): string => {
  const { container } = render(
    <>
      <HomeNews now={NOW} />
      <HomeMine now={NOW} />
    </>,
  );
  return container.textContent;
};
const hear = (part: Partial<QualityEvent>): void => {
  updateKnownEvents(() => ({ ...WITH_PHONE, rev: 9, ...part }));
};

beforeEach(() => {
  relaunch();
});
afterEach(cleanup);

test('a cancellation stays, in red words, until it is acknowledged', () => {
  takeSignUp(signUp(), WITH_PHONE);
  hear({ status: 'cancelled', cancelReason: '大雪' });
  const text = show();
  expect(text).toContain('已被主办单位取消');
  expect(text).toContain('请不要前往');
  expect(text).toContain('原因：大雪');
  expect(text).not.toContain('我的下一场活动');
  fireEvent.click(screen.getByLabelText('拨打主办单位电话 0891-12315'));
  expect(phone.acts).toContain('makePhoneCall {"phoneNumber":"0891-12315"}');
  fireEvent.click(screen.getByText('看同类活动'));
  expect(phone.opened).toEqual(['switchTab /pages/calendar/index']);
  expect(phone.storage.get('event-filter')).toContain(`"kinds":["${EVENT.kind}"]`);
  cleanup();
  expect(show()).toContain('已被主办单位取消');
  act(() => {
    fireEvent.click(screen.getByText('知道了'));
  });
  expect(screen.queryByRole('alert')).toBeNull();
});

test('without a number nobody is offered to call', () => {
  takeSignUp(signUp(), EVENT);
  hear({ status: 'cancelled', organiser: { name: '市场监管局' } });
  expect(show()).not.toContain('主办电话');
});

test('a change says old and new, once, and opens the ticket', () => {
  takeSignUp(signUp(), WITH_PHONE);
  hear({ venue: { name: '文化宫', address: '北京路1号', latitude: 29, longitude: 91 } });
  const text = show();
  expect(text).toContain('活动有变动');
  expect(text).toContain('文化宫');
  fireEvent.click(screen.getByLabelText(`${EVENT.title}，看详情`));
  expect(phone.opened[0]).toContain('/packages/ticket/index');
  act(() => {
    fireEvent.click(screen.getByText('知道了'));
  });
  expect(screen.queryByText('活动有变动')).toBeNull();
  expect(screen.getByText('我的下一场活动')).toBeTruthy();
});

test('what I gave up myself is no news', () => {
  takeSignUp(signUp({ status: 'cancelled' }), WITH_PHONE);
  hear({ status: 'cancelled' });
  expect(show()).toBe('');
});

test('a waitlist is called by its name', () => {
  takeSignUp(signUp({ status: 'waitlisted', position: 2, ticket: undefined }), EVENT);
  const text = show();
  expect(text).toContain('我的候补');
  expect(text).not.toContain('我的下一场活动');
});

test.each([
  ['sending', false, '正在'],
  ['refused', true, '报名未成功，点按看原因'],
])('one that is %s is shown', (_, isRefused, words) => {
  const refusal = isRefused ? { code: 'full', fieldErrors: [] } : null;
  outbox.setState({ items: [{ id: '2', eventId: EVENT.id, consent: '1', form: VISIT, refusal }] });
  keepEvent(EVENT);
  expect(show()).toContain(words);
  fireEvent.click(screen.getByText(EVENT.title));
  expect(phone.opened[0]).toContain('/packages/sign-up/index');
});
