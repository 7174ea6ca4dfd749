/** Notices to this account: the stored ones at once, then what came since. */
import { CITIZEN } from '../../domain/api/citizen';
import * as v from 'valibot';
import { useStore } from 'zustand';
import {
  applyInboxPage,
  EMPTY_INBOX,
  type Inbox,
  InboxPageSchema,
  lastNoticeId,
  StoredNoticeSchema,
  unreadCount,
} from '../../domain/notice/inbox';
import { NOTHING } from './call';
import { coalesce } from './coalesce';
import { persisted } from './persisted';
import { callAsAccount } from './session';

const READ = { ...CITIZEN.readInbox, answer: NOTHING } as const;
const PAGE = { ...CITIZEN.inbox, answer: InboxPageSchema } as const;

/** Notices that stay on the phone; older ones nobody scrolls to. */
const MOST_KEPT = 100;
const MOST_PAGES = 50;

const StoredSchema = v.object({ notices: v.array(StoredNoticeSchema), readUpTo: v.number() });

const { store: inbox, update } = persisted<Inbox, Inbox>({
  key: 'inbox',
  version: 1,
  schema: StoredSchema,
  empty: EMPTY_INBOX,
  toState: (stored) => stored,
  toStored: (state) => state,
  owner: 'account',
  missed: null,
});

export function useInbox(): Inbox {
  return useStore(inbox);
}

export function useUnread(): number {
  return useStore(inbox, unreadCount);
}

function change(next: Inbox): void {
  update(() => ({ ...next, notices: next.notices.slice(-MOST_KEPT) }));
}

async function sendRead(upTo: number): Promise<void> {
  await callAsAccount(READ, { body: { upTo } });
}

async function pull(): Promise<void> {
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await callAsAccount(PAGE, { query: { after: lastNoticeId(inbox.getState()) } });
    if (!answer.ok) return;
    const { readUpTo } = inbox.getState();
    change(applyInboxPage(inbox.getState(), answer.value));
    if (answer.value.more && answer.value.notices.length > 0) continue;
    // Read here while there was no network.
    if (readUpTo > answer.value.readUpTo) await sendRead(readUpTo);
    return;
  }
}

export const pullInbox = coalesce(pull);

/** Marks all notices read, on the server too, now or with the next pull. */
export function markInboxRead(): void {
  const { notices, readUpTo } = inbox.getState();
  const last = lastNoticeId({ notices, readUpTo });
  if (last <= readUpTo) return;
  change({ notices, readUpTo: last });
  void sendRead(last);
}
