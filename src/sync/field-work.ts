/** A member's events and their rosters, asked for when they are looked at and never stored. */
import * as v from 'valibot';
import { EVENTS } from '../../domain/api/events';
import { DraftRowSchema, DraftSchema, type Draft } from '../../domain/event/draft';
import { RosterEntrySchema, RosterSchema } from '../../domain/roster/roster';
import type { ExportPurpose } from '../../domain/roster/roster-export';
import type { SignUpStatus } from '../../domain/sign-up/sign-up';
import type { Called } from './call';
import { callAsMember } from './member';

const ActedSchema = v.object({ event: DraftSchema, told: v.optional(v.number()) });
const MyEventsSchema = v.object({ events: v.array(DraftRowSchema), next: v.nullable(v.string()) });
export type MyEvents = v.InferOutput<typeof MyEventsSchema>;
export type RosterPage = v.InferOutput<typeof RosterSchema>;
export type Person = v.InferOutput<typeof RosterEntrySchema>;

const LIST = { ...EVENTS.drafts, answer: MyEventsSchema } as const;
const READ = { ...EVENTS.draft, answer: DraftSchema } as const;
const SAVE = { ...EVENTS.saveDraft, answer: DraftSchema } as const;
const PUBLISH = { ...EVENTS.publishDraft, answer: ActedSchema } as const;
const SUBMIT = { ...EVENTS.submitDraft, answer: ActedSchema } as const;
const CANCEL = { ...EVENTS.cancelPublished, answer: ActedSchema } as const;
const ROSTER = { ...EVENTS.roster, answer: RosterSchema } as const;
const PERSON = { ...EVENTS.rosterEntry, answer: RosterEntrySchema } as const;

/** An event of an organisation. */
export interface Which {
  readonly org: string;
  readonly id: string;
}
const paramsOf = ({ org, id }: Which): Readonly<Record<string, string>> => ({ org, id });

export const fetchMyEvents = (org: string, after?: string): Promise<Called<MyEvents>> =>
  callAsMember(LIST, { params: { org }, query: { of: 'own', after } });

export const fetchMyEvent = (which: Which): Promise<Called<Draft>> => callAsMember(READ, { params: paramsOf(which) });

export interface RosterQuestion {
  readonly q: string;
  readonly state: SignUpStatus | null;
  readonly after?: string;
}
export const fetchRoster = (which: Which, { q, state, after }: RosterQuestion): Promise<Called<RosterPage>> =>
  callAsMember(ROSTER, {
    params: paramsOf(which),
    query: { q: q.trim() === '' ? undefined : q.trim(), state: state ?? undefined, after },
  });

/** One person in full; the server's log has it, with the reason. */
export const fetchPerson = (which: Which, signUp: string, reason: ExportPurpose): Promise<Called<Person>> =>
  callAsMember(PERSON, { params: { ...paramsOf(which), signUp }, query: { reason } });

/** `published`: citizens see it. `submitted`: a superior has to agree first, and citizens see the old time until then. */
export type Rescheduled = Called<{ readonly outcome: 'published' | 'submitted' }>;

/** Saves what is there with new times, then publishes it, or asks for approval where that is the rule. */
export async function reschedule(
  which: Which,
  draft: Draft,
  times: Pick<Draft, 'startsAt' | 'endsAt' | 'signUp'>,
): Promise<Rescheduled> {
  const params = paramsOf(which);
  const saved = await callAsMember(SAVE, { params, body: { ...draft, ...times }, ifMatch: draft.rev });
  if (!saved.ok) return saved;
  const outcome = saved.value.approval === 'needed' ? 'submitted' : 'published';
  const act = outcome === 'submitted' ? SUBMIT : PUBLISH;
  const acted = await callAsMember(act, { params, ifMatch: saved.value.rev });
  return acted.ok ? { ok: true, value: { outcome }, body: acted.body } : acted;
}

/** Cancels it for good; the answer says how many people are told. */
export const cancelMyEvent = (
  which: Which,
  reason: string,
  rev: number,
): Promise<Called<v.InferOutput<typeof ActedSchema>>> =>
  callAsMember(CANCEL, { params: paramsOf(which), body: { reason }, ifMatch: rev });
