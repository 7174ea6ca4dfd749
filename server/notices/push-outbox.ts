/**
 * Sending what waits in the outbox. A message is taken with a lease, sent outside any transaction, and marked: a process
 * that dies in between leaves it to the next one after the lease. Better twice than never; the inbox is the truth.
 */
import type { AccountId } from '../../domain/ids';
import { and, asc, eq, lte } from 'drizzle-orm';
import { account, notice, pushMessage } from '../db/account-schema';
import type { Db } from '../db/database';
import { event } from '../db/schema';
import { openidContext } from '../access/wechat-account';
import type { Encryptor } from '../crypto/encryptor';
import type { MessageTemplate } from './templates';
import type { Delivery, WechatSender } from './wechat-sender';
import { messageData } from './words';

const AT_ONCE = 20;
const LEASE_MS = 60_000;
const FIRST_PAUSE_MS = 30_000;
const MOST_ATTEMPTS = 8;

export interface OutboxDeps {
  readonly db: Db;
  readonly now: () => number;
  readonly encryptor: Encryptor;
  readonly templates: readonly MessageTemplate[];
  readonly sender: Pick<WechatSender, 'send'>;
}

/** Nobody else gets these until the lease is over. */
async function takeDue(db: Db, now: number) {
  return db.transaction(async (tx) => {
    const due = await tx
      .select({ message: pushMessage, notice, event, account })
      .from(pushMessage)
      .innerJoin(notice, and(eq(notice.accountId, pushMessage.accountId), eq(notice.id, pushMessage.noticeId)))
      .innerJoin(account, eq(account.id, pushMessage.accountId))
      .innerJoin(event, eq(event.id, notice.eventId))
      .where(and(eq(pushMessage.state, 'pending'), lte(pushMessage.nextAt, now)))
      .orderBy(asc(pushMessage.nextAt))
      .limit(AT_ONCE)
      .for('update', { of: pushMessage, skipLocked: true });
    for (const { message } of due) {
      const attempts = message.attempts + 1;
      await tx
        .update(pushMessage)
        .set({ attempts, nextAt: now + LEASE_MS })
        .where(isMessage(message));
    }
    return due;
  });
}

const isMessage = ({ accountId, noticeId }: { accountId: AccountId; noticeId: number }) =>
  and(eq(pushMessage.accountId, accountId), eq(pushMessage.noticeId, noticeId));

type Due = Awaited<ReturnType<typeof takeDue>>[number];

async function deliver({ message, notice: told, event: held, account: to }: Due, deps: OutboxDeps): Promise<Delivery> {
  const template = deps.templates.find(({ id }) => id === message.templateId);
  if (!template) return { state: 'dead', error: 'no-template' };
  const { keyId, encrypted } = to;
  const openid =
    keyId === null || encrypted === null ? null : deps.encryptor.decrypt({ keyId, encrypted }, openidContext(to.id));
  if (openid === null) return { state: 'dead', error: 'no-openid' };
  if (told.kind === 'reminder' && held.startsAt <= deps.now()) return { state: 'dead', error: 'too-late' };
  return deps.sender.send({ openid, templateId: template.id, data: messageData(template, told.kind, held) });
}

/** Sends what is due. How many were tried. */
export async function sendDue(deps: OutboxDeps): Promise<number> {
  const due = await takeDue(deps.db, deps.now());
  for (const each of due) {
    const delivery = await deliver(each, deps);
    const attempts = each.message.attempts + 1;
    const isGivenUp = delivery.state === 'retry' && attempts >= MOST_ATTEMPTS;
    await deps.db
      .update(pushMessage)
      .set({
        state: delivery.state === 'sent' ? 'sent' : delivery.state === 'dead' || isGivenUp ? 'dead' : 'pending',
        nextAt: deps.now() + FIRST_PAUSE_MS * 2 ** (attempts - 1),
        lastError: delivery.state === 'sent' ? null : delivery.error,
      })
      .where(isMessage(each.message));
  }
  return due.length;
}
