import { applyInboxPage, EMPTY_INBOX, type InboxPage, lastNoticeId, type Notice, unreadCount } from './inbox';

const notice = (id: number, title = '开放日'): Notice => ({
  id,
  kind: 'promoted',
  eventId: 'e',
  title,
  at: Date.parse('2026-09-18T14:00:00+08:00'),
});
const page = (ids: readonly number[], readUpTo = 0): InboxPage => ({
  notices: ids.map((id) => notice(id)),
  readUpTo,
  more: false,
});

test('a page adds its notices in order, each once', () => {
  const inbox = applyInboxPage(applyInboxPage(EMPTY_INBOX, page([2, 5])), page([5, 7, 3]));
  expect(inbox.notices.map(({ id }) => id)).toEqual([2, 3, 5, 7]);
  expect(lastNoticeId(inbox)).toBe(7);
});

test('what was read stays read, though a late page says otherwise', () => {
  const read = applyInboxPage(EMPTY_INBOX, page([1, 2, 3], 2));
  expect(unreadCount(read)).toBe(1);
  expect(unreadCount(applyInboxPage(read, page([4], 0)))).toBe(2);
});

test('an empty inbox asks from the beginning and shows no dot', () => {
  expect([lastNoticeId(EMPTY_INBOX), unreadCount(EMPTY_INBOX)]).toEqual([0, 0]);
});
