/** What every act on a draft needs: who acts, for whom, and how it may be refused. */
import type { Act } from '../../domain/organisation/audit';
import { type Action, can, type EventState, type Principal, relationOf } from '../../domain/permission';
import type { Member } from '../access/principal';
import { stillMay } from '../access/still-may';
import { type Actor, recordAct } from '../audit/record';
import type { Tx } from '../db/database';
import type { FieldError, ProblemCode } from '../http/errors';
import type { NotifyContext } from '../notices/notify';
import { lockWork, type Work } from './draft-row';
import type { PublishContext } from './publish';

export type OfOrganisation = Extract<Principal, { kind: 'member' | 'token' | 'device' }>;

export interface DraftContext extends NotifyContext {
  readonly principal: OfOrganisation;
  readonly actor: Actor;
  /** The version that was seen; `null`: it was not said. */
  readonly seen: number | null;
}

export interface Refused {
  readonly ok: false;
  readonly code: ProblemCode;
  readonly errors?: readonly FieldError[];
  /** Members of the problem besides. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** `advance`: what citizens see has changed; the feed is moved on once that is committed. */
export interface Done {
  readonly ok: true;
  readonly outcome: 'created' | 'done' | 'unchanged';
  readonly advance?: { readonly campaign: string; readonly rev: number };
  readonly told?: number;
  readonly overbooked?: number;
  readonly warnings?: readonly FieldError[];
}

export type Acted = Done | Refused;

export const refuse = (code: ProblemCode, errors?: readonly FieldError[], more?: Refused['more']): Refused => ({
  ok: false,
  code,
  ...(errors && { errors }),
  ...(more && { more }),
});

/** The state in which somebody of another organisation sees it: a draft beside what is published is not there for them. */
export function stateFor(principal: OfOrganisation, { organisation, state, live }: Work): EventState {
  if (relationOf(principal.organisation, organisation) === 'own' || state === 'submitted') return state;
  return live ? 'published' : state;
}

export const maySee = (principal: OfOrganisation, action: Action, work: Work): boolean =>
  can(principal, action, {
    kind: 'event',
    id: work.id,
    organisation: work.organisation,
    state: stateFor(principal, work),
  });

const isMember = (principal: OfOrganisation): principal is Member => principal.kind === 'member';

/** Whether the membership is still there: it is held until the transaction ends. */
export const holdsRight = async (tx: Tx, principal: OfOrganisation, action: Action): Promise<boolean> =>
  !isMember(principal) || stillMay(tx, principal, action);

/** The event under its locks, for somebody who may act on it; what they may not is not there. */
export async function lockFor(
  tx: Tx,
  id: string,
  action: Action,
  { principal }: Pick<DraftContext, 'principal'>,
): Promise<Work | Refused> {
  if (!(await holdsRight(tx, principal, action))) return refuse('not-found');
  const work = await lockWork(tx, id);
  return work && maySee(principal, action, work) ? work : refuse('not-found');
}

export const isRefused = (found: Work | Refused): found is Refused => 'ok' in found;

/** Somebody acts on another version than the one that is there; each of the acts on a version asks this. */
export const isStale = ({ seen }: Pick<DraftContext, 'seen'>, work: Work): boolean =>
  seen !== null && seen !== work.rev;

export async function recordOn(
  tx: Tx,
  { principal, actor, now }: DraftContext,
  id: string,
  act: { readonly act: Act; readonly fields?: readonly string[]; readonly reason?: string },
): Promise<void> {
  const organisationId = principal.organisation.id;
  await recordAct(tx, now, actor, { ...act, object: { kind: 'event', id }, organisationId });
}

/** For the gate: it publishes in the author's name; the act itself is recorded here. */
export const gateContext = ({ now, templates }: NotifyContext, { organisation }: Work): PublishContext => ({
  ...{ now, templates, actor: null, approved: true },
  organisation: { id: organisation.id, region: organisation.region },
});
