/** From a draft to what citizens see: asking, deciding, publishing (E2). */
import * as v from 'valibot';
import { withUrgentPart } from '../../domain/event/approval';
import { draftOf } from '../../domain/event/draft';
import { differencesOf } from '../../domain/event/draft-fields';
import { decideDraftAct, type DraftAct } from '../../domain/event/draft-state';
import { type PublishBody, PublishBodySchema, SignUpTermsSchema } from '../../domain/event/event';
import { withWireTimes } from '../../domain/event/wire-times';
import type { EventState } from '../../domain/permission';
import { findingOf } from '../../domain/problem/field-error';
import type { Tx } from '../db/database';
import { isApprovalNeeded, readSuperiors } from './approval';
import {
  type Acted,
  type DraftContext,
  gateContext,
  isRefused,
  isStale,
  lockFor,
  recordOn,
  refuse,
  type Refused,
} from './draft-act';
import { bodyOf, publishedBody, type Work, writeDraft } from './draft-row';
import { publishEvent } from './publish';

const refuseOtherVersion = ({ rev }: Work): Refused => refuse('event-changed', undefined, { rev, fields: [] });

interface Ready {
  readonly work: Work;
  readonly state: EventState;
}

/** The event under its locks, in a state that the act may begin from, at the version that was seen. */
async function prepare(tx: Tx, id: string, act: DraftAct, context: DraftContext): Promise<Ready | Refused> {
  const isSuperiors = act === 'approve' || act === 'return';
  const work = await lockFor(tx, id, isSuperiors ? 'event:approve' : 'event:edit', context);
  if (isRefused(work)) return work;
  if (isStale(context, work)) return refuseOtherVersion(work);
  const decision = decideDraftAct(work.state, act);
  return decision.ok ? { work, state: decision.state } : refuse(decision.code);
}

const isNotReady = (prepared: Ready | Refused): prepared is Refused => 'ok' in prepared;

/** Through the gate, and then the draft is what is published. */
async function publishBody(
  tx: Tx,
  work: Work,
  body: PublishBody,
  state: EventState,
  context: DraftContext,
): Promise<Acted> {
  const written = await publishEvent(tx, work.id, body, gateContext(context, work));
  if (!written.ok) return refuse(written.code === 'event-not-found' ? 'event-id-used' : written.code, written.errors);
  const draft = state === 'published' ? draftOf(written.event) : bodyOf(work);
  await writeDraft(tx, work, { body: draft, state, ...(state === 'published' && { reason: null }) }, context.now);
  const { event, overbooked, warnings } = written;
  return {
    ok: true,
    outcome: 'done',
    advance: { campaign: event.campaign, rev: event.rev },
    ...(overbooked !== undefined && { overbooked }),
    ...(warnings && { warnings }),
  };
}

function wholeBody(work: Work): PublishBody | Refused {
  const parsed = v.safeParse(PublishBodySchema, bodyOf(work));
  return parsed.success ? parsed.output : refuse('invalid-input', parsed.issues.map(findingOf));
}

const isBody = (body: PublishBody | Refused): body is PublishBody => !('ok' in body);

/** What never waits is published at once; the rest stays as it was, a request that waits included. */
async function publishUrgentPart(tx: Tx, work: Work, context: DraftContext): Promise<Acted> {
  if (!work.live) return refuse('approval-required');
  const next = bodyOf(work);
  const terms = v.safeParse(SignUpTermsSchema, next.signUp);
  const published = publishedBody(work.live);
  const urgent = terms.success ? withUrgentPart(published, { signUp: terms.output }) : published;
  const fields = differencesOf(draftOf(withWireTimes(published)), draftOf(withWireTimes(urgent))).map(
    ({ path }) => path,
  );
  if (fields.length === 0) return refuse('approval-required');
  const isAll = differencesOf(draftOf(withWireTimes(urgent)), next).length === 0;
  const done = await publishBody(tx, work, urgent, isAll ? 'published' : work.state, context);
  if (done.ok) await recordOn(tx, context, work.id, { act: 'event-published', fields });
  return done;
}

export async function publishDraft(tx: Tx, id: string, context: DraftContext): Promise<Acted> {
  const prepared = await prepare(tx, id, 'publish', context);
  if (isNotReady(prepared)) return prepared;
  const { work, state } = prepared;
  if (await isApprovalNeeded(tx, work.organisation)) return publishUrgentPart(tx, work, context);
  const body = wholeBody(work);
  if (!isBody(body)) return body;
  const done = await publishBody(tx, work, body, state, context);
  if (done.ok) await recordOn(tx, context, id, { act: 'event-published' });
  return done;
}

/** Asks for approval; what could not be published is not worth anybody's time. */
export async function submitDraft(tx: Tx, id: string, context: DraftContext): Promise<Acted> {
  const prepared = await prepare(tx, id, 'submit', context);
  if (isNotReady(prepared)) return prepared;
  const { work, state } = prepared;
  if ((await readSuperiors(tx, work.organisation)).length === 0) return refuse('no-superior');
  const body = wholeBody(work);
  if (!isBody(body)) return body;
  await writeDraft(tx, work, { body: bodyOf(work), state, reason: null }, context.now);
  await recordOn(tx, context, id, { act: 'event-submitted' });
  return { ok: true, outcome: 'done' };
}

export async function withdrawDraft(tx: Tx, id: string, context: DraftContext): Promise<Acted> {
  const prepared = await prepare(tx, id, 'withdraw', context);
  if (isNotReady(prepared)) return prepared;
  await writeDraft(tx, prepared.work, { body: bodyOf(prepared.work), state: prepared.state }, context.now);
  await recordOn(tx, context, id, { act: 'event-withdrawn' });
  return { ok: true, outcome: 'done' };
}

/** The superior's yes publishes exactly the version that they saw. */
export async function approveDraft(tx: Tx, id: string, context: DraftContext): Promise<Acted> {
  const prepared = await prepare(tx, id, 'approve', context);
  if (isNotReady(prepared)) return prepared;
  const body = wholeBody(prepared.work);
  if (!isBody(body)) return body;
  const done = await publishBody(tx, prepared.work, body, prepared.state, context);
  if (done.ok) await recordOn(tx, context, id, { act: 'event-approved' });
  return done;
}

export async function returnDraft(tx: Tx, id: string, reason: string, context: DraftContext): Promise<Acted> {
  const prepared = await prepare(tx, id, 'return', context);
  if (isNotReady(prepared)) return prepared;
  const { work, state } = prepared;
  await writeDraft(tx, work, { body: bodyOf(work), state, reason }, context.now);
  await recordOn(tx, context, id, { act: 'event-returned', reason });
  return { ok: true, outcome: 'done' };
}
