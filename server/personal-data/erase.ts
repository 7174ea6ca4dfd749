/** Erasing an account: everything of it is gone, its seats go to those who wait. How many had been there stays known. */
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { AccountId } from '../../domain/ids';
import { isActive } from '../../domain/sign-up/sign-up';
import { account, signUp, type SignUpRow } from '../db/account-schema';
import type { Db, Tx } from '../db/database';
import { notify, type NewNotice, type NotifyContext } from '../notices/notify';
import { describeError } from '../http/logging';
import { type LockedEvent, lockEvents } from '../sign-ups/event-lock';
import { promote } from '../sign-ups/promote';

const TRIES = 5;

/** A sign-up of the account came in meanwhile, for an event that is not locked here: from the beginning. */
class ConcurrentSignUpError extends Error {
  override readonly name = 'MeanwhileError';
}

/** The event's seats without this sign-up. A seat that was held at an event that is over stays counted. */
function without(event: LockedEvent, { status, seats }: SignUpRow, now: number): LockedEvent {
  if (status === 'waitlisted') return { ...event, waiting: event.waiting - 1 };
  return now < event.terms.endsAt ? { ...event, taken: event.taken - seats } : event;
}

/**
 * What its sign-ups counted stays in the figures of the past, and from an event's start on for ever; nothing in it leads to
 * the person. The rule is `applyErasure` of `domain/figures`.
 */
async function keepCounts(tx: Tx, accountId: AccountId, now: number): Promise<void> {
  await tx.execute(sql`
    insert into sign_up_past (event_id, status, seats, enterprise, from_at, until_at)
    select s.event_id, s.status, s.seats, s.enterprise, coalesce(s.changed_at, s.created_at),
      case when s.status in ('confirmed', 'waitlisted') and ${now}::bigint < e.starts_at then ${now}::bigint end
    from sign_up s join event e on e.id = s.event_id
    where s.account_id = ${accountId}::uuid and s.status in ('confirmed', 'waitlisted', 'expired')`);
}

async function erase(tx: Tx, accountId: AccountId, context: NotifyContext): Promise<void> {
  const active = await tx
    .select({ eventId: signUp.eventId })
    .from(signUp)
    .where(and(eq(signUp.accountId, accountId), inArray(signUp.status, ['confirmed', 'waitlisted'])));
  const locked = await lockEvents(
    tx,
    active.map(({ eventId }) => eventId),
  );
  const events = new Map(locked.map((event) => [event.id, event]));
  await keepCounts(tx, accountId, context.now);
  const gone = await tx.delete(signUp).where(eq(signUp.accountId, accountId)).returning();
  const notices: NewNotice[] = [];
  for (const row of gone.filter(({ status }) => isActive(status))) {
    const event = events.get(row.eventId);
    if (!event) throw new ConcurrentSignUpError();
    notices.push(...(await promote(tx, without(event, row, context.now), context.now)).notices);
  }
  await notify(tx, notices, context);
  await tx.delete(account).where(eq(account.id, accountId));
}

/** The database says the same by a foreign key when the sign-up comes still later. */
function isConcurrentSignUp(error: unknown): boolean {
  const { code, cause } = describeError(error);
  return error instanceof ConcurrentSignUpError || /^23/.test(cause?.code ?? code ?? '');
}

export async function eraseAccount(db: Db, accountId: AccountId, context: NotifyContext): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await db.transaction((tx) => erase(tx, accountId, context));
      return;
    } catch (error) {
      if (tries === TRIES || !isConcurrentSignUp(error)) throw error;
    }
  }
}
