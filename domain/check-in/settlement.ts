/** How an editor settles a flag: by a fact beside the scan (docs/rules.md, "At the door", rule 7). Instants are epoch ms. */
import * as v from 'valibot';
import { withoutIdentityNumber, withoutMobileNumber } from '../text/personal-numbers';
import { plainLine } from '../text/plain-text';
import type { ScanFact } from './scan';

export const SETTLEMENTS = ['accept', 'void'] as const;
export const SettlementDecisionSchema = v.picklist(SETTLEMENTS);

const MOST_WORDS = 200;

/** The body of `POST o/events/:id/scans/:scan/settle`. */
export const SettleBodySchema = v.strictObject({
  decision: SettlementDecisionSchema,
  /** Kept for good, so that nobody's number may be in it. */
  word: v.optional(
    v.pipe(
      v.string(),
      v.transform(plainLine),
      v.maxLength(MOST_WORDS, 'too-long'),
      withoutIdentityNumber,
      withoutMobileNumber,
    ),
    '',
  ),
});
export type SettleBody = v.InferOutput<typeof SettleBodySchema>;

/** 认可 or 作废, as it is kept. */
export interface Settlement {
  readonly id: string;
  readonly scan: string;
  readonly decision: SettleBody['decision'];
  readonly word: string;
  /** By the server's clock. */
  readonly at: number;
}

export type SettleDecision =
  | { readonly ok: true; readonly changed: boolean }
  | { readonly ok: false; readonly code: 'not-found' | 'no-flags' | 'word-required' };

/**
 * Decides whether an editor's word on a scan is added. Refused: a scan that is not there, one without a flag, and voiding
 * without a reason. What was decided the same way before is not added again.
 */
export function decideSettlement(
  scan: Pick<ScanFact, 'id' | 'flags'> | null,
  body: SettleBody,
  settlements: readonly Settlement[],
): SettleDecision {
  if (scan === null) return { ok: false, code: 'not-found' };
  if (scan.flags.length === 0) return { ok: false, code: 'no-flags' };
  if (body.decision === 'void' && body.word === '') return { ok: false, code: 'word-required' };
  const last = settledOf(settlements).get(scan.id);
  return { ok: true, changed: last?.decision !== body.decision || last.word !== body.word };
}

const isLater = (a: Settlement, b: Settlement): boolean => a.at > b.at || (a.at === b.at && a.id > b.id);

/** By scan, the settlement that holds: the latest, whatever order they come in. */
export function settledOf(settlements: readonly Settlement[]): ReadonlyMap<string, Settlement> {
  const last = new Map<string, Settlement>();
  for (const each of settlements) {
    const known = last.get(each.scan);
    if (known === undefined || isLater(each, known)) last.set(each.scan, each);
  }
  return last;
}
