/**
 * Telling accounts something, in the transaction that makes it true. An account's notices are numbered under its row's
 * lock, so that they become visible in their order and `after` misses none.
 */
import type { AccountId, EventId } from '../../domain/ids';
import { sql } from 'drizzle-orm';
import * as v from 'valibot';
import type { WireChange } from '../../domain/event/change';
import type { NoticeKind } from '../../domain/notice/inbox';
import { notice } from '../db/account-schema';
import type { Tx } from '../db/database';
import { queueMessages } from './push-queue';
import type { MessageTemplate } from './templates';

export interface NewNotice {
  readonly accountId: AccountId;
  readonly kind: NoticeKind;
  readonly eventId: EventId;
  /** The event's title. */
  readonly title: string;
  readonly changes?: readonly WireChange[];
  readonly reason?: string;
}

export interface NotifyContext {
  readonly now: number;
  /** What WeChat may carry besides. */
  readonly templates: readonly MessageTemplate[];
}

const CountersSchema = v.array(v.object({ id: v.string(), last: v.number() }));
/** Parameters of one statement. */
const ROWS_AT_ONCE = 1_000;

/** The accounts' last notice ids, raised by their number of new ones. Locked in order, as `lockEvents` does. */
async function raiseCounters(tx: Tx, counts: ReadonlyMap<string, number>): Promise<Map<string, number>> {
  const rows = JSON.stringify([...counts].map(([id, count]) => ({ id, count })));
  const answer: unknown = await tx.execute(sql`
    with locked as (
      select account.id, row_of.count
      from account join json_to_recordset(${rows}::json) as row_of(id uuid, count int) on row_of.id = account.id
      order by account.id for no key update of account
    )
    update account set last_notice = last_notice + locked.count
    from locked where account.id = locked.id
    returning account.id, account.last_notice::float8 as last`);
  const { rows: raised } = v.parse(v.object({ rows: CountersSchema }), answer);
  return new Map(raised.map(({ id, last }) => [id, last]));
}

/** Writes the notices, each account's in the order given, and puts those that WeChat may carry on their way. */
export async function notify(tx: Tx, notices: readonly NewNotice[], { now, templates }: NotifyContext): Promise<void> {
  if (notices.length === 0) return;
  const counts = new Map<string, number>();
  for (const { accountId } of notices) counts.set(accountId, (counts.get(accountId) ?? 0) + 1);
  const last = await raiseCounters(tx, counts);
  const rows = notices.flatMap(({ accountId, changes = null, reason = null, ...rest }) => {
    const reached = last.get(accountId);
    const left = counts.get(accountId);
    if (reached === undefined || left === undefined) return [];
    counts.set(accountId, left - 1);
    return [{ ...rest, accountId, id: reached - left + 1, at: now, changes, reason }];
  });
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    await tx.insert(notice).values(rows.slice(from, from + ROWS_AT_ONCE));
  }
  await queueMessages(tx, rows, { now, templates });
}
