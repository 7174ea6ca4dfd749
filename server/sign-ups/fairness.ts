/**
 * How many sign-ups one address, or one mobile number, may get for one event in a while: families behind one carrier's
 * address pass, a script with many accounts does not take all seats. Counted in this process, kept in no table.
 */
import { createHmac, randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { plainMobile } from '../../domain/text/plain-text';
import type { SignUpBody } from '../../domain/sign-up/sign-up';

export interface FairShare {
  /** Sign-ups for one event from one address. */
  readonly ofAddress: number;
  /** Sign-ups for one event with one mobile number: a family of several phones; a party has one. */
  readonly ofMobile: number;
  readonly windowMs: number;
}

const MOST_KEPT = 200_000;
const MOST_TYPED = 100;

/** The number by which the party can be reached; `null`: the form has none, and is refused for that later. */
function mobileOf(form: SignUpBody['form']): string | null {
  const { mobile, attendees } = form;
  const [first] = Array.isArray(attendees) ? (attendees as readonly unknown[]) : [];
  const ofFirst = typeof first === 'object' && first !== null && 'mobile' in first ? first.mobile : undefined;
  const text = mobile ?? ofFirst;
  return typeof text === 'string' && text.length <= MOST_TYPED ? plainMobile(text) : null;
}

export class SignUpFairness {
  /** Ids of sign-ups by what they have in common, so that one that is sent again counts once. */
  private readonly ids: LRUCache<string, Set<string>>;
  /** A number is recognised, not kept. */
  private readonly key = randomBytes(32);

  constructor(private readonly share: FairShare) {
    this.ids = new LRUCache({ max: MOST_KEPT, ttl: share.windowMs });
  }

  /** Whether it may be tried; then it counts until `release`. */
  admit(network: string, body: SignUpBody): boolean {
    const places = this.placesOf(network, body);
    const isFull = places.some(({ place, most }) => {
      const ids = this.ids.get(place);
      return ids !== undefined && !ids.has(body.id) && ids.size >= most;
    });
    if (isFull) return false;
    for (const { place } of places) {
      const ids = this.ids.get(place);
      if (ids) ids.add(body.id);
      else this.ids.set(place, new Set([body.id]));
    }
    return true;
  }

  /** It got no seat and no place on the waitlist. */
  release(network: string, body: SignUpBody): void {
    for (const { place } of this.placesOf(network, body)) this.ids.get(place)?.delete(body.id);
  }

  private placesOf(network: string, { eventId, form }: SignUpBody): { place: string; most: number }[] {
    const mobile = mobileOf(form);
    const places = [{ place: `address ${eventId} ${network}`, most: this.share.ofAddress }];
    if (mobile === null) return places;
    const digest = createHmac('sha256', this.key).update(mobile).digest('base64url').slice(0, 16);
    return [...places, { place: `mobile ${eventId} ${digest}`, most: this.share.ofMobile }];
  }
}
