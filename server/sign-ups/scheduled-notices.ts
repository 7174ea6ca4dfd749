/** Notices that come with time: a reminder in the day before, and that one has waited in vain. Each once for a start. */
import { and, eq, gt, inArray, lte, type SQL, sql } from 'drizzle-orm';
import type { NoticeKind } from '../../domain/notice/inbox';
import { DAY_MS } from '../../domain/time/time';
import { signUp } from '../db/account-schema';
import type { Tx } from '../db/database';
import { event } from '../db/schema';
import { notify, type NotifyContext } from '../notices/notify';
import { lockEvents } from './event-lock';

/** Locks the events before anything of theirs, as everything else does; then marks and tells. */
async function tell(
  tx: Tx,
  kind: NoticeKind,
  which: { readonly ofEvent: SQL | undefined; readonly ofSignUp: SQL | undefined },
  mark: 'remindedOf' | 'expiredAt',
  context: NotifyContext,
): Promise<void> {
  const unmarked = sql`${signUp[mark]} is distinct from ${event.startsAt}`;
  const due = and(which.ofEvent, which.ofSignUp, eq(event.status, 'scheduled'), unmarked);
  const found = await tx
    .selectDistinct({ id: event.id })
    .from(signUp)
    .innerJoin(event, eq(event.id, signUp.eventId))
    .where(due);
  if (found.length === 0) return;
  const ids = found.map(({ id }) => id);
  const titles = new Map((await lockEvents(tx, ids)).map(({ id, title }) => [id, title]));
  const told = await tx
    .update(signUp)
    .set({ [mark]: sql`${event.startsAt}` })
    .from(event)
    .where(and(eq(event.id, signUp.eventId), inArray(event.id, ids), due))
    .returning({ accountId: signUp.accountId, eventId: signUp.eventId });
  const notices = told.map(({ accountId, eventId }) => ({
    ...{ accountId, eventId, kind },
    title: titles.get(eventId) ?? '',
  }));
  await notify(tx, notices, context);
}

/** To who holds a seat, within the day before; not to who signed up only then. */
export async function remind(tx: Tx, context: NotifyContext): Promise<void> {
  const { now } = context;
  const which = {
    ofEvent: and(gt(event.startsAt, now), lte(event.startsAt, now + DAY_MS)),
    ofSignUp: and(eq(signUp.status, 'confirmed'), sql`${signUp.createdAt} <= ${event.startsAt} - ${DAY_MS}::bigint`),
  };
  await tell(tx, 'reminder', which, 'remindedOf', context);
}

/** To who still waited when the event started. */
export async function notifyExpired(tx: Tx, context: NotifyContext): Promise<void> {
  const which = { ofEvent: lte(event.startsAt, context.now), ofSignUp: eq(signUp.status, 'waitlisted') };
  await tell(tx, 'expired', which, 'expiredAt', context);
}
