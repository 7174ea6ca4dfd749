/** Notices to one account (消息): the truth of what it was told, whatever push messages do. */
import * as v from 'valibot';
import { ChangeSchema, StoredChangeSchema } from '../event/change';
import { InstantSchema, StoredInstantSchema } from '../time/instant';

/**
 * `promoted`: from the waitlist to a seat. `changed`: title, time, venue or status of the event, in `changes`.
 * `event-cancelled`: by its organiser. `expired`: the event started and no seat came free. `reminder`: the day before.
 */
export const NOTICE_KINDS = ['promoted', 'changed', 'event-cancelled', 'expired', 'reminder'] as const;
export const NoticeKindSchema = v.picklist(NOTICE_KINDS);
export type NoticeKind = v.InferOutput<typeof NoticeKindSchema>;

/** Grows within an account in the order in which its notices can be read, so that `after` misses none. */
const NoticeIdSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const entries = {
  id: NoticeIdSchema,
  kind: NoticeKindSchema,
  eventId: v.string(),
  /** As it was called then, so that the notice reads without the event. */
  title: v.string(),
  /** Why the organiser cancelled. */
  reason: v.optional(v.string()),
};

export const NoticeSchema = v.object({
  ...entries,
  at: InstantSchema,
  changes: v.optional(v.array(ChangeSchema)),
});
/** Instants are epoch ms. */
export type Notice = v.InferOutput<typeof NoticeSchema>;
export type WireNotice = v.InferInput<typeof NoticeSchema>;

export const StoredNoticeSchema = v.object({
  ...entries,
  at: StoredInstantSchema,
  changes: v.optional(v.array(StoredChangeSchema)),
});

/** `GET /api/v1/inbox?after=`: notices with a higher id, oldest first. */
export const InboxPageSchema = v.object({
  notices: v.array(NoticeSchema),
  /** The account has read all up to this id; 0 for none. */
  readUpTo: NoticeIdSchema,
  /** More follow: ask again after the last of these. */
  more: v.boolean(),
});
export type InboxPage = v.InferOutput<typeof InboxPageSchema>;

/** The body of `POST /api/v1/inbox/read`. */
export const InboxReadBodySchema = v.strictObject({ upTo: NoticeIdSchema });

/** An inbox as the phone holds it. */
export interface Inbox {
  /** By id, oldest first. */
  readonly notices: readonly Notice[];
  readonly readUpTo: number;
}

export const EMPTY_INBOX: Inbox = { notices: [], readUpTo: 0 };

/** The last id that the phone has; what it asks on from. */
export function lastNoticeId({ notices }: Inbox): number {
  return notices[notices.length - 1]?.id ?? 0;
}

/** The inbox after a page: each notice once, in order; what was read stays read. */
export function applyInboxPage(inbox: Inbox, page: InboxPage): Inbox {
  const byId = new Map(inbox.notices.map((notice) => [notice.id, notice]));
  for (const notice of page.notices) byId.set(notice.id, notice);
  const notices = [...byId.values()].sort((one, other) => one.id - other.id);
  return { notices, readUpTo: Math.max(inbox.readUpTo, page.readUpTo) };
}

export function unreadCount({ notices, readUpTo }: Inbox): number {
  return notices.filter(({ id }) => id > readUpTo).length;
}
