/** What has to be approved before citizens see it, and what never waits (docs/rules.md, "Drafts and approval"). */
import { APPROVALS, type Approval } from '../organisation/organisation';
import { parseInstant } from '../time/time';
import type { FieldDifference } from './draft-fields';
import type { PublishBody } from './event';

/** The strictest of what the superiors ask for; nobody asks: `off`. */
export const strictestOf = (settings: readonly Approval[]): Approval =>
  [...APPROVALS].reverse().find((each) => settings.includes(each)) ?? 'off';

/** `first`: only until an event of the organisation has been published. */
export function needsApproval(settings: readonly Approval[], hasPublished: boolean): boolean {
  const asked = strictestOf(settings);
  return asked === 'all' || (asked === 'first' && !hasPublished);
}

/**
 * What is published with only that of `next` which never waits: the number of seats and of a party, and an earlier end of
 * sign-up. It is what was published, unchanged, if `next` brings none of it.
 */
export function withUrgentPart(published: PublishBody, next: Pick<PublishBody, 'signUp'>): PublishBody {
  const { signUp: old } = published;
  const { signUp } = next;
  if (!old || !signUp) return published;
  const { capacity, maxParty } = signUp;
  const closesAt = Math.min(signUp.closesAt, old.closesAt);
  return { ...published, signUp: { ...old, capacity, maxParty, closesAt } };
}

const sizeFields = new Set(['signUp.capacity', 'signUp.maxParty']);

/** Whether a difference from what is published is one that never waits (the same as `withUrgentPart` takes over). */
export function isUrgentDifference({ path, from, to }: Pick<FieldDifference, 'path' | 'from' | 'to'>): boolean {
  if (sizeFields.has(path)) return typeof from === 'number' && typeof to === 'number';
  const [before, after] = [from, to].map((value) => (typeof value === 'string' ? parseInstant(value) : null));
  return path === 'signUp.closesAt' && typeof before === 'number' && typeof after === 'number' && after < before;
}
