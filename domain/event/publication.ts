/** Which events may be published, and what exactly is published of them (docs/rules.md, "Campaigns and publishing"). */
import type { Campaign, ProgrammeItem } from '../campaign/campaign';
import type { PublishBody, SignUpTerms, Venue } from './event';
import { findFeeWord } from '../text/fee';
import { findFeeWarning } from '../text/fee-warning';
import { regionExists } from '../region/region-names';
import { judgePlace, type PlaceRefusal } from './venue-place';
import { parseInstant } from '../time/time';

export type PublicationRefusal =
  | 'unknown-campaign'
  | 'campaign-closed'
  | 'unknown-programme-item'
  | 'server-field'
  | Exclude<PlaceRefusal, 'coordinates-far'>
  | 'sample-mismatch'
  | 'unknown-region'
  | 'ends-before-starts'
  | 'closes-before-opens'
  | 'closes-after-end'
  | 'fee-not-allowed';

export interface PublicationError {
  /** Where in the body: `signUp.closesAt`. */
  readonly path: string;
  readonly code: PublicationRefusal;
}

/** What is known of the campaign and the programme item that the body names; `null`: there is none. */
export interface PublicationContext {
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
export interface Publication extends Omit<PublishBody, 'kind' | 'venue' | 'sample' | keyof Times>, Times {
  readonly kind: ProgrammeItem['kind'];
  readonly venue: Venue | null;
  readonly sample: boolean;
}

/** What does not stop an event from being published, but should be looked at again. */
export interface PublicationWarning {
  readonly path: string;
  readonly code: 'fee-unclear' | 'coordinates-far' | 'party-over-capacity';
}

export type PublicationDecision =
  | { readonly ok: true; readonly publication: Publication; readonly warnings: readonly PublicationWarning[] }
  | { readonly ok: false; readonly errors: readonly [PublicationError, ...PublicationError[]] };

function wholeSecond(text: string): number {
  const instant = parseInstant(text);
  if (instant === null) throw new RangeError(`not an instant: ${text}`);
  return Math.floor(instant / 1000) * 1000;
}

/** Every text that is shown, by its path. */
function textsOf(body: PublishBody): [path: string, text: string][] {
  const texts = {
    title: body.title,
    summary: body.summary,
    'organiser.name': body.organiser.name,
    'venue.name': body.venue?.name,
    'venue.address': body.venue?.address,
    suits: body.suits,
    bring: body.bring,
    meetAt: body.meetAt,
  };
  return Object.entries(texts).flatMap(([path, text]) => (text === undefined ? [] : [[path, text]]));
}

const feesOf = (body: PublishBody): PublicationError[] =>
  textsOf(body).flatMap(([path, text]) => (findFeeWord(text) === null ? [] : [{ path, code: 'fee-not-allowed' }]));

function* findWarnings(body: PublishBody): Generator<PublicationWarning> {
  for (const [path, text] of textsOf(body)) if (findFeeWarning(text) !== null) yield { path, code: 'fee-unclear' };
  const { venue, region, signUp } = body;
  if (venue !== null && venue.confirmedFar !== true && judgePlace(venue, region) === 'coordinates-far') {
    yield { path: 'venue', code: 'coordinates-far' };
  }
  if (signUp !== null && signUp.maxParty > signUp.capacity) {
    yield { path: 'signUp.maxParty', code: 'party-over-capacity' };
  }
}

/** A confirmation is kept only where it was needed. */
function venueOf({ venue, region }: PublishBody): Venue | null {
  if (venue === null) return null;
  const { confirmedFar, ...place } = venue;
  const isConfirmed = confirmedFar === true && judgePlace(place, region) === 'coordinates-far';
  return isConfirmed ? { ...place, confirmedFar } : place;
}

function* findWrongPlace({ venue, region }: PublishBody): Generator<PublicationError> {
  if (venue === null) return;
  const code = judgePlace(venue, region);
  if (code !== null && code !== 'coordinates-far') yield { path: 'venue', code };
}

function timesOf({ startsAt, endsAt, signUp }: PublishBody): Times {
  return {
    startsAt: wholeSecond(startsAt),
    endsAt: wholeSecond(endsAt),
    signUp: signUp && { ...signUp, opensAt: wholeSecond(signUp.opensAt), closesAt: wholeSecond(signUp.closesAt) },
  };
}

function* findWrongTimes({ startsAt, endsAt, signUp }: Times): Generator<PublicationError> {
  if (endsAt < startsAt) yield { path: 'endsAt', code: 'ends-before-starts' };
  if (!signUp) return;
  if (signUp.closesAt <= signUp.opensAt) yield { path: 'signUp.closesAt', code: 'closes-before-opens' };
  if (signUp.closesAt > endsAt) yield { path: 'signUp.closesAt', code: 'closes-after-end' };
}

/**
 * Decides whether a body whose form is right (`PublishBodySchema`) may be published.
 *
 * Refuses: a campaign that is not there or archived (then nothing else is looked at); a programme item that the
 * campaign does not have, or a kind other than the item's (`server-field`, as all that the server decides); a region
 * that GB/T 2260 does not have; an end before the start; sign-up that closes before it opens or after the event's end;
 * coordinates that are exchanged or outside China; words that ask for money in any text shown; the trial mark outside a
 * trial campaign (inside one it is set unasked). All that is wrong is reported at once.
 *
 * Warns of words that may ask for money, of a party larger than the capacity, and of coordinates far outside the region
 * that nobody confirmed (`venue.confirmedFar`): the outlines behind that are too rough to refuse by.
 */
export function decidePublication(body: PublishBody, facts: PublicationContext): PublicationDecision {
  const { campaign, programmeItem } = facts;
  if (!campaign) return { ok: false, errors: [{ path: 'campaign', code: 'unknown-campaign' }] };
  if (campaign.state === 'archived') return { ok: false, errors: [{ path: 'campaign', code: 'campaign-closed' }] };

  const isSample = campaign.sample === true;
  const times = timesOf(body);
  const errors: PublicationError[] = [];
  if (programmeItem && body.kind !== undefined && body.kind !== programmeItem.kind) {
    errors.push({ path: 'kind', code: 'server-field' });
  }
  if (body.sample === true && !isSample) errors.push({ path: 'sample', code: 'sample-mismatch' });
  if (!regionExists(body.region)) errors.push({ path: 'region', code: 'unknown-region' });
  errors.push(...findWrongTimes(times), ...findWrongPlace(body), ...feesOf(body));

  if (!programmeItem) {
    return { ok: false, errors: [{ path: 'programmeId', code: 'unknown-programme-item' }, ...errors] };
  }
  const [first, ...rest] = errors;
  if (first) return { ok: false, errors: [first, ...rest] };
  const own = { kind: programmeItem.kind, venue: venueOf(body), sample: isSample };
  return { ok: true, publication: { ...body, ...times, ...own }, warnings: [...findWarnings(body)] };
}
