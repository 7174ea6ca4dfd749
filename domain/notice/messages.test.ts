import type { NoticeKind } from './inbox';
import { decideTemplate, type MessageSetup } from './messages';

const SETUP: MessageSetup = {
  templates: [
    { id: 'news', kinds: ['event-cancelled', 'changed', 'promoted', 'reminder'] },
    { id: 'seat', kinds: ['promoted', 'expired'] },
    { id: 'remind', kinds: ['reminder'] },
  ],
};
const choose = (kind: NoticeKind, left: Record<string, number>): string | null =>
  decideTemplate(kind, SETUP, new Map(Object.entries(left)));

test.each<[string, NoticeKind, Record<string, number>, string | null]>([
  ['a cancellation takes the last message', 'event-cancelled', { news: 1 }, 'news'],
  ['so does a change', 'changed', { news: 1 }, 'news'],
  ['a promotion leaves it', 'promoted', { news: 1 }, null],
  ['a reminder leaves it', 'reminder', { news: 1 }, null],
  ['of two, one may go to a promotion', 'promoted', { news: 2 }, 'news'],
  ['what cannot carry a cancellation is used up first', 'promoted', { news: 2, seat: 1 }, 'seat'],
  ['and to the last', 'reminder', { remind: 1 }, 'remind'],
  ['no template carries it', 'expired', { news: 9, remind: 9 }, null],
  ['nothing was allowed', 'changed', {}, null],
  ['all was spent', 'changed', { news: 0 }, null],
])('%s', (_, kind, left, expected) => {
  expect(choose(kind, left)).toBe(expected);
});

test('nothing set up', () => {
  expect(decideTemplate('changed', { templates: [] }, new Map([['news', 1]]))).toBeNull();
});
