import { render, screen } from '@testing-library/react';
import { follow, follows } from '../../sync/follows';
import { phone } from '../../testing/fake-taro';
import { freshApp, shownText, tap, toasts } from '../../testing/fresh-app';
import { at, held } from '../../testing/held-events';
import { EventActions } from './event-actions';
import { FollowList } from './follow-list';

const NOW = at('10T09:00');
freshApp(NOW);
const EVENT = held('开放日', '18T14:00', '18T16:00');
const show = (past = false): void => {
  render(<EventActions event={EVENT} card={{ title: '开放日', path: '/x', query: {} }} past={past} />);
};
const titles = (): string[] =>
  Array.from(document.querySelectorAll('.event-card__title'), ({ textContent }) => textContent);

test('following is a switch that says what it did', async () => {
  show();
  expect(screen.getByRole('switch').getAttribute('aria-checked')).toBe('false');
  await tap(/^关注这场活动/);
  await tap(/^已关注这场活动/);
  expect(toasts()).toEqual(['已关注', '已取消关注']);
  expect(follows.getState().ids).toEqual([]);
});

test('at two hundred one has to give some up first', async () => {
  for (let index = 0; index < 200; index += 1) follow({ ...EVENT, id: `e${index}` });
  show();
  await tap(/^关注这场活动/);
  expect(toasts()).toEqual(['最多关注 200 场，请先取消几场']);
});

test.each([
  [false, '已加到手机日历'],
  [true, '没有加上，可以在系统设置里允许使用日历'],
])('into the phone’s calendar, the person having refused: %s', async (refusing, words) => {
  phone.refusing = refusing;
  show();
  await tap('把这场活动加到手机日历');
  expect(toasts()).toEqual([words]);
});

test('what is over goes into no calendar', () => {
  show(true);
  expect(screen.queryByLabelText('把这场活动加到手机日历')).toBeNull();
});

describe('the list of followed events', () => {
  test('what is ahead comes first by time, then what is over, the latest first', () => {
    for (const event of [
      held('上周', '01T09:00', '01T10:00'),
      held('后来', '20T09:00', '20T10:00'),
      held('昨天', '09T09:00', '09T10:00'),
      held('明天', '11T09:00', '11T10:00'),
    ])
      follow(event);
    render(<FollowList now={NOW} />);
    expect(titles()).toEqual(['明天', '后来', '昨天', '上周']);
  });

  test('an empty list is not there', () => {
    render(<FollowList now={NOW} />);
    expect(shownText()).toBe('');
  });

  test('twenty are listed, the rest counted', () => {
    for (let index = 0; index < 23; index += 1) follow({ ...EVENT, id: `e${index}`, title: `第${index}场` });
    render(<FollowList now={NOW} />);
    expect(titles()).toHaveLength(20);
    expect(shownText()).toContain('还有 3 场');
  });
});
