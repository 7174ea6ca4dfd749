/**
 * Taking sign-ups: any number of requests, for any number of events, in one transaction (docs/decisions/0007). The rules
 * decide (`decideSeats`), under the events' locks, by the server's clock.
 */
import type { AccountId, CampaignId } from '../../domain/ids';
import { and, eq, sql } from 'drizzle-orm';
import type { FieldError } from '../../domain/problem/field-error';
import { decideSeat, decideSeats, type SeatDecision, type SeatRefusal } from '../../domain/sign-up/seats';
import { isActive, type SignUpBody, type WireSignUp } from '../../domain/sign-up/sign-up';
import { shownOf } from '../../domain/sign-up/sign-up-details';
import { type FilledForm, type FormDecision, parseForm } from '../../domain/sign-up/sign-up-form';
import { statusAt } from '../../domain/sign-up/sign-up-status';
import { formatInstant } from '../../domain/time/time';
import { account, signUp, type SignUpRow } from '../db/account-schema';
import type { Tx } from '../db/database';
import type { Encryptor } from '../crypto/encryptor';
import { type LockedEvent, lockEvents } from './event-lock';
import { isEqualForm, decryptForm, encryptForm, enterpriseOf } from './form-encryption';
import { findAllWithPosition, presentSignUp } from './present';
import { freshTicket } from './ticket';
import { insertSignUps, type NewSignUp, updateSeats } from './write';

export interface SignUpRequest {
  readonly accountId: AccountId;
  readonly body: SignUpBody;
}

export type SignUpRefusal = SeatRefusal | 'invalid-input' | 'event-not-found' | 'sign-up-id-used' | 'unauthorized';

export type SignUpOutcome =
  | { readonly ok: true; readonly signUp: WireSignUp }
  | { readonly ok: false; readonly code: SignUpRefusal; readonly errors?: readonly FieldError[] };

export interface RegisterDeps {
  readonly encryptor: Encryptor;
  /** By the server's clock, asked once the lock is held. */
  readonly now: () => number;
  /** Whether events of this campaign are shown to anybody. */
  readonly isShown: (campaignId: CampaignId) => boolean;
}

const refuse = (code: SignUpRefusal, errors?: readonly FieldError[]): SignUpOutcome => ({
  ok: false,
  code,
  ...(errors && { errors }),
});

interface KnownAccount {
  /** WeChat named it. */
  readonly wechat: boolean;
  readonly rows: SignUpRow[];
}

/**
 * What the accounts that ask have already: by account, the sign-ups of the same ids, and the active ones for the same
 * events. Pair by pair, so that a large batch is no more work for each than a small one.
 */
async function findKnown(tx: Tx, requests: readonly SignUpRequest[]): Promise<ReadonlyMap<string, KnownAccount>> {
  const asked = sql`unnest(
    ${sql.placeholder('accountIds')}::uuid[], ${sql.placeholder('ids')}::uuid[], ${sql.placeholder('eventIds')}::text[]
  ) as asked (account_id, id, event_id)`;
  const rows = await tx
    .select({ accountId: account.id, kind: account.kind, row: signUp })
    .from(asked)
    .innerJoin(account, sql`${account.id} = asked.account_id`)
    .leftJoin(
      signUp,
      sql`${signUp.accountId} = asked.account_id and (
        ${signUp.id} = asked.id
        or (${signUp.eventId} = asked.event_id and ${signUp.status} in ('confirmed', 'waitlisted'))
      )`,
    )
    // Erasing an account waits for this, or this finds the account gone.
    .for('key share', { of: account })
    .prepare('known_sign_ups')
    .execute({
      accountIds: requests.map(({ accountId }) => accountId),
      ids: requests.map(({ body }) => body.id),
      eventIds: requests.map(({ body }) => body.eventId),
    });
  const known = new Map<string, KnownAccount>();
  for (const { accountId, kind, row } of rows) {
    const all = known.get(accountId) ?? { wechat: kind === 'wechat', rows: [] };
    if (row) all.rows.push(row);
    known.set(accountId, all);
  }
  return known;
}

interface Replay {
  readonly request: SignUpRequest;
  readonly stored: SignUpRow;
}

/** What was sent again gets what is stored, all in one query: a network that loses answers brings many at once. */
async function answerReplays(
  tx: Tx,
  repeated: readonly Replay[],
  { encryptor, now }: RegisterDeps,
): Promise<ReadonlyMap<SignUpRequest, SignUpOutcome>> {
  const isReplay = ({ stored, request: { body } }: Replay): boolean =>
    stored.eventId === body.eventId &&
    stored.consentVersion === body.consent &&
    isEqualForm(decryptForm(encryptor, stored), body.form);
  const same = new Set(repeated.filter(isReplay));
  const standings = await findAllWithPosition(
    tx,
    [...same].map(({ stored }) => stored),
  );
  return new Map(
    repeated.map((each) => {
      if (!same.has(each)) return [each.request, refuse('sign-up-id-used')];
      const standing = standings.find(
        ({ row }) => row.accountId === each.stored.accountId && row.id === each.stored.id,
      );
      if (!standing) throw new Error('the sign-up is gone');
      return [each.request, { ok: true, signUp: presentSignUp(standing, encryptor, now()) }];
    }),
  );
}

interface Candidate {
  readonly request: SignUpRequest;
  readonly form: FilledForm;
  readonly seats: number;
  /** WeChat named the account. */
  readonly wechat: boolean;
  /** The account has an active one. */
  readonly active: boolean;
  /** One that waited in vain until the event started, and gives way to this one. */
  readonly stale: SignUpRow | undefined;
}

/** What is wrong with a form is only worth telling while one could sign up at all. */
function refuseForm(
  event: LockedEvent,
  request: SignUpRequest,
  { active, wechat }: Pick<Candidate, 'active' | 'wechat'>,
  { errors }: Extract<FormDecision, { ok: false }>,
  now: number,
): SignUpOutcome {
  const asked = { account: request.accountId, seats: 1, consent: request.body.consent, active, wechat };
  const decision = decideSeat(event.terms, event, asked, now);
  if (!decision.ok && decision.code !== 'full') return refuse(decision.code);
  return refuse(
    'invalid-input',
    errors.map((each) => ({ ...each, path: each.path === '' ? 'form' : `form.${each.path}` })),
  );
}

function signUpOf({ request, form, seats }: Candidate, decision: Extract<SeatDecision, { ok: true }>, now: number) {
  const { id, eventId } = request.body;
  // Who waits has one too, for the door to know; it is shown once it admits.
  const ticket = freshTicket();
  const shown: WireSignUp = {
    id,
    eventId,
    status: decision.status,
    seats,
    ...(decision.status === 'confirmed' && { ticket }),
    ...(decision.status === 'waitlisted' && { position: decision.position, waitReason: decision.waitReason }),
    createdAt: formatInstant(now),
    ...shownOf(form),
  };
  return { ticket, shown };
}

/** Decides the requests for one event, in their order. */
class EventBatch {
  readonly outcomes = new Map<SignUpRequest, SignUpOutcome>();
  readonly written: NewSignUp[] = [];
  readonly stale: SignUpRow[] = [];

  constructor(
    private readonly event: LockedEvent,
    private readonly encryptor: Encryptor,
    private readonly now: number,
  ) {}

  /** The seats after it. */
  decide(requests: readonly SignUpRequest[], known: ReadonlyMap<string, KnownAccount>) {
    const candidates = requests.flatMap((request) => this.admit(request, known.get(request.accountId)) ?? []);
    const { decisions, state } = decideSeats(
      this.event.terms,
      this.event,
      candidates.map(({ request, seats, active, wechat }) => ({
        account: request.accountId,
        seats,
        consent: request.body.consent,
        active,
        wechat,
      })),
      this.now,
    );
    candidates.forEach((candidate, index) => {
      const decision = decisions[index];
      if (decision) this.carryOut(candidate, decision);
    });
    return { taken: state.taken, waiting: state.waiting - this.stale.length };
  }

  private admit(request: SignUpRequest, known: KnownAccount | undefined): Candidate | null {
    const { wechat = false, rows = [] } = known ?? {};
    const { terms, form: kind } = this.event;
    const held = rows.find(({ eventId, status }) => eventId === this.event.id && isActive(status));
    const active = held !== undefined && isActive(statusAt(held.status, terms.startsAt, this.now));
    const parsed = kind === null || !terms.signUp ? null : parseForm(kind, request.body.form, terms.signUp.maxParty);
    if (parsed?.ok === true) {
      return { request, form: parsed.form, seats: parsed.seats, wechat, active, stale: active ? undefined : held };
    }
    const refusal = parsed
      ? refuseForm(this.event, request, { active, wechat }, parsed, this.now)
      : refuse(terms.status === 'cancelled' ? 'event-cancelled' : 'no-sign-up');
    this.outcomes.set(request, refusal);
    return null;
  }

  private carryOut(candidate: Candidate, decision: SeatDecision): void {
    const { request, form, seats, stale } = candidate;
    if (!decision.ok) {
      this.outcomes.set(request, refuse(decision.code));
      return;
    }
    const { ticket, shown } = signUpOf(candidate, decision, this.now);
    const place = { accountId: request.accountId, id: shown.id };
    this.written.push({
      ...place,
      eventId: shown.eventId,
      status: decision.status,
      seats,
      ticket,
      consentVersion: request.body.consent,
      at: this.now,
      ...encryptForm(this.encryptor, form, place),
      enterprise: enterpriseOf(this.encryptor, form),
    });
    if (stale) this.stale.push(stale);
    this.outcomes.set(request, { ok: true, signUp: shown });
  }
}

/**
 * Takes requests in the order given. Two with one id of one account must not stand among them: the second must find the
 * first one stored.
 */
export async function registerBatch(
  tx: Tx,
  requests: readonly SignUpRequest[],
  deps: RegisterDeps,
): Promise<SignUpOutcome[]> {
  const events = await lockEvents(tx, [...new Set(requests.map(({ body }) => body.eventId))]);
  const known = await findKnown(tx, requests);
  const now = deps.now();
  const outcomes = new Map<SignUpRequest, SignUpOutcome>();
  const fresh: SignUpRequest[] = [];
  const repeated: Replay[] = [];
  for (const request of requests) {
    const account = known.get(request.accountId);
    const stored = account?.rows.find(({ id }) => id === request.body.id);
    if (!account) outcomes.set(request, refuse('unauthorized'));
    else if (stored) repeated.push({ request, stored });
    else fresh.push(request);
  }
  for (const [request, outcome] of await answerReplays(tx, repeated, deps)) outcomes.set(request, outcome);
  const seats: { id: string; taken: number; waiting: number }[] = [];
  const written: NewSignUp[] = [];
  const stale: SignUpRow[] = [];
  for (const event of events) {
    if (event.removed || !deps.isShown(event.campaignId)) continue;
    const taking = new EventBatch(event, deps.encryptor, now);
    const after = taking.decide(
      fresh.filter(({ body }) => body.eventId === event.id),
      known,
    );
    for (const [request, outcome] of taking.outcomes) outcomes.set(request, outcome);
    if (taking.written.length > 0) seats.push({ id: event.id, ...after });
    written.push(...taking.written);
    stale.push(...taking.stale);
  }
  for (const { accountId, id } of stale) {
    await tx
      .update(signUp)
      .set({ status: 'expired', changedAt: now })
      .where(and(eq(signUp.accountId, accountId), eq(signUp.id, id)));
  }
  if (written.length > 0) {
    await insertSignUps(tx, written);
    await updateSeats(tx, seats);
  }
  return requests.map((request) => outcomes.get(request) ?? refuse('event-not-found'));
}
