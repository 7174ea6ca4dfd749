/** Notices to this account: the stored ones at once, then what came since. */
import * as v from 'valibot';
import { useStore } from 'zustand';
import { CITIZEN } from '../../domain/api/citizen';
import {
  applyInboxPage,
  EMPTY_INBOX,
  type Inbox,
  InboxPageSchema,
  lastNoticeId,
  NoticeSchema,
  unreadCount,
} from '../../domain/notice/inbox';
import { callServer } from '../platform/request';
import { persisted } from './persisted';
import { singleFlight } from './pull';
import { asAccount } from './session';

const TIMEOUT_MS = 15_000;
/** Notices that stay on the phone; older ones nobody scrolls to. */
const MOST_KEPT = 100;
const MOST_PAGES = 50;

const StoredSchema = v.object({ notices: v.array(NoticeSchema), readUpTo: v.number() });

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

async function tellRead(upTo: number): Promise<void> {
  await asAccount((token) => callServer(CITIZEN.readInbox, { timeoutMs: TIMEOUT_MS, token, body: { upTo } }));
}

async function pull(): Promise<void> {
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const query = { after: lastNoticeId(inbox.getState()) };
    const answer = await asAccount((token) => callServer(CITIZEN.inbox, { timeoutMs: TIMEOUT_MS, token, query }));
    const parsed = answer.ok ? v.safeParse(InboxPageSchema, answer.body) : null;
    if (parsed?.success !== true) return;
    const { readUpTo } = inbox.getState();
    change(applyInboxPage(inbox.getState(), parsed.output));
    if (parsed.output.more && parsed.output.notices.length > 0) continue;
    // Read here while there was no network.
    if (readUpTo > parsed.output.readUpTo) await tellRead(readUpTo);
    return;
  }
}

export const pullInbox = singleFlight(pull);

/** All that is here has been read; the server is told, now or with the next pull. */
export function markInboxRead(): void {
  const { notices, readUpTo } = inbox.getState();
  const last = lastNoticeId({ notices, readUpTo });
  if (last <= readUpTo) return;
  change({ notices, readUpTo: last });
  void tellRead(last);
}
