/** How a summary goes from draft to accepted (docs/rules.md, "Summaries", rules 1, 3 and 6). */
import * as v from 'valibot';
import { line } from '../text/line';
import { DaySchema } from '../time/day';

export const SUMMARY_STATES = ['draft', 'submitted', 'accepted', 'returned'] as const;
export const SummaryStateSchema = v.picklist(SUMMARY_STATES);
export type SummaryState = v.InferOutput<typeof SummaryStateSchema>;

const HashSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'hash'));
const VersionSchema = v.pipe(v.number(), v.integer('integer'), v.minValue(1, 'too-small'));

/** The body of `POST …/below/:org/accept`: what the superior saw. */
export const AcceptBodySchema = v.strictObject({ version: VersionSchema, hash: HashSchema });
/** The body of `POST …/below/:org/return`. */
export const ReturnBodySchema = v.strictObject({ version: VersionSchema, reason: line(200) });
/** The body of `POST …/below/:org/received`: 已线下收到, when and by whom. */
export const ReceivedBodySchema = v.strictObject({ on: DaySchema, who: line(30) });

export type SummaryAct =
  | { readonly act: 'write' | 'submit' | 'withdraw' }
  | { readonly act: 'accept'; readonly version: number; readonly hash: string }
  | { readonly act: 'return'; readonly version: number };

export interface StoredSummary {
  readonly state: SummaryState;
  /** How often it was submitted; 0: never. Versions are only added. */
  readonly version: number;
  /** Of the last version. */
  readonly hash: string | null;
}

export type SummaryRefusal = 'summary-submitted' | 'summary-accepted' | 'summary-not-submitted' | 'summary-changed';

export type SummaryDecision =
  | { readonly ok: true; readonly state: SummaryState; readonly version: number }
  | { readonly ok: false; readonly code: SummaryRefusal };

const refuse = (code: SummaryRefusal): SummaryDecision => ({ ok: false, code });

/**
 * Decides what an act makes of a summary.
 *
 * - Written and submitted as a draft or once returned; each submission is a version of its own.
 * - Withdrawn while submitted: it is a draft again, and its version stays.
 * - Accepted and returned as the version that the superior saw; another one since is `summary-changed`. The same
 *   acceptance twice gets one answer. What was accepted stays.
 */
export function decideSummary(stored: StoredSummary, act: SummaryAct): SummaryDecision {
  const { state, version, hash } = stored;
  const isSeen = 'version' in act && act.version === version && (act.act === 'return' || act.hash === hash);
  if (state === 'accepted') {
    if (act.act === 'accept') return isSeen ? { ok: true, state, version } : refuse('summary-changed');
    return refuse('summary-accepted');
  }
  switch (act.act) {
    case 'write':
      return state === 'submitted' ? refuse('summary-submitted') : { ok: true, state, version };
    case 'submit':
      if (state === 'submitted') return refuse('summary-submitted');
      return { ok: true, state: 'submitted', version: version + 1 };
    case 'withdraw':
      return state === 'submitted' ? { ok: true, state: 'draft', version } : refuse('summary-not-submitted');
    case 'accept':
    case 'return':
      if (state !== 'submitted') return refuse('summary-not-submitted');
      if (!isSeen) return refuse('summary-changed');
      return { ok: true, state: act.act === 'accept' ? 'accepted' : 'returned', version };
  }
}

export type ReceivedDecision =
  { readonly ok: true } | { readonly ok: false; readonly code: 'summary-submitted' | 'summary-accepted' | 'in-future' };

/**
 * Whether a superior may note that a summary came on paper. `state`: `null` where nothing was begun, as without an account.
 * Refused: one that is here already, and a day after `today`.
 */
export function decideReceived(state: SummaryState | null, on: string, today: string): ReceivedDecision {
  if (state === 'submitted') return { ok: false, code: 'summary-submitted' };
  if (state === 'accepted') return { ok: false, code: 'summary-accepted' };
  return on > today ? { ok: false, code: 'in-future' } : { ok: true };
}
