/** Which events may be published, and what exactly is published of them (product.md, "The API"). */
import type { Campaign, ProgrammeItem } from './campaign';
import type { PublishBody, SignUpTerms } from './event';
import { findFeeWord } from './fee';
import { regionExists } from './region-names';
import { parseInstant } from './time';

export type PublicationRefusal =
  | 'unknown-campaign'
  | 'campaign-closed'
  | 'unknown-programme-item'
  | 'kind-mismatch'
  | 'sample-mismatch'
  | 'unknown-region'
  | 'ends-before-starts'
  | 'closes-before-opens'
  | 'closes-after-end'
  | 'fee-not-allowed';

export interface PublicationFinding {
  /** Where in the body: `signUp.closesAt`. */
  readonly path: string;
  readonly code: PublicationRefusal;
}

/** What is known of the campaign and the programme item that the body names; `null`: there is none. */
export interface PublicationFacts {
  readonly campaign: Pick<Campaign, 'state' | 'sample'> | null;
  readonly programmeItem: Pick<ProgrammeItem, 'kind'> | null;
}

type Timed<Text> = Omit<Text, 'opensAt' | 'closesAt'> & { readonly opensAt: number; readonly closesAt: number };

/** In epoch ms, whole seconds as in the wire form. */
interface Times {
  readonly startsAt: number;
  readonly endsAt: number;
  readonly signUp: Timed<SignUpTerms> | null;
}

/** A body that passed, with its times, and with what its programme item and its campaign decide. */
export interface Publication extends Omit<PublishBody, 'kind' | 'sample' | keyof Times>, Times {
  readonly kind: ProgrammeItem['kind'];
  readonly sample: boolean;
}

export type PublicationDecision =
  | { readonly ok: true; readonly publication: Publication }
  | { readonly ok: false; readonly findings: readonly [PublicationFinding, ...PublicationFinding[]] };

function wholeSecond(text: string): number {
  const instant = parseInstant(text);
  if (instant === null) throw new RangeError(`not an instant: ${text}`);
  return Math.floor(instant / 1000) * 1000;
}

function* findFees(body: PublishBody): Generator<PublicationFinding> {
  const texts = {
    title: body.title,
    summary: body.summary,
    'organiser.name': body.organiser.name,
    'venue.name': body.venue?.name,
    'venue.address': body.venue?.address,
  };
  for (const [path, text] of Object.entries(texts)) {
    if (text !== undefined && findFeeWord(text) !== null) yield { path, code: 'fee-not-allowed' };
  }
}

function timesOf({ startsAt, endsAt, signUp }: PublishBody): Times {
  return {
    startsAt: wholeSecond(startsAt),
    endsAt: wholeSecond(endsAt),
    signUp: signUp && { ...signUp, opensAt: wholeSecond(signUp.opensAt), closesAt: wholeSecond(signUp.closesAt) },
  };
}

function* findWrongTimes({ startsAt, endsAt, signUp }: Times): Generator<PublicationFinding> {
  if (endsAt < startsAt) yield { path: 'endsAt', code: 'ends-before-starts' };
  if (!signUp) return;
  if (signUp.closesAt <= signUp.opensAt) yield { path: 'signUp.closesAt', code: 'closes-before-opens' };
  if (signUp.closesAt > endsAt) yield { path: 'signUp.closesAt', code: 'closes-after-end' };
}

/**
 * Decides whether a body whose form is right (`PublishBodySchema`) may be published.
 *
 * Refuses: a campaign that is not there or archived (then nothing else is looked at); a programme item that the
 * campaign does not have, or a kind other than the item's; a region that GB/T 2260 does not have; an end before the
 * start; sign-up that closes before it opens or after the event's end; words that ask for money in any text shown; the
 * trial mark outside a trial campaign (inside one it is set unasked). All that is wrong is reported at once.
 */
export function decidePublication(body: PublishBody, facts: PublicationFacts): PublicationDecision {
  const { campaign, programmeItem } = facts;
  if (!campaign) return { ok: false, findings: [{ path: 'campaign', code: 'unknown-campaign' }] };
  if (campaign.state === 'archived') return { ok: false, findings: [{ path: 'campaign', code: 'campaign-closed' }] };

  const isTrial = campaign.sample === true;
  const times = timesOf(body);
  const findings: PublicationFinding[] = [];
  if (programmeItem && body.kind !== undefined && body.kind !== programmeItem.kind) {
    findings.push({ path: 'kind', code: 'kind-mismatch' });
  }
  if (body.sample === true && !isTrial) findings.push({ path: 'sample', code: 'sample-mismatch' });
  if (!regionExists(body.region)) findings.push({ path: 'region', code: 'unknown-region' });
  findings.push(...findWrongTimes(times), ...findFees(body));

  if (!programmeItem) {
    return { ok: false, findings: [{ path: 'programmeId', code: 'unknown-programme-item' }, ...findings] };
  }
  const [first, ...rest] = findings;
  if (first) return { ok: false, findings: [first, ...rest] };
  return { ok: true, publication: { ...body, ...times, kind: programmeItem.kind, sample: isTrial } };
}
