/**
 * A superior's view of the summaries below (docs/rules.md, "Summaries", rule 6). It sums what is there, names each version,
 * lists what is missing, and never waits for the last one.
 */
import type { RegionCode } from '../ids';
import type { HandNumber, HandNumbers } from './summary-body';
import type { ContainedVersion } from './snapshot';
import type { SummaryState } from './summary-state';

/** One organisation below. */
export interface Below {
  readonly organisation: string;
  readonly name: string;
  readonly region: RegionCode;
  /** Somebody of it can sign in. */
  readonly hasAccount: boolean;
  /** `null`: nothing was begun. */
  readonly state: SummaryState | null;
  /** Its last version, whether or not it was withdrawn or returned since. */
  readonly last: {
    readonly version: number;
    readonly hash: string;
    /** Its own numbers by hand, without those below it, so that nothing is summed twice. */
    readonly hand: HandNumbers;
  } | null;
  /** 已线下收到. */
  readonly received: { readonly on: string; readonly who: string } | null;
}

/** Why no version of it is contained. */
export const MISSING_REASONS = ['no-account', 'not-begun', 'draft', 'returned'] as const;
export type MissingReason = (typeof MISSING_REASONS)[number];

export interface HandSum {
  /** `null`: nobody filled it in. */
  readonly sum: number | null;
  /** How many filled it in. */
  readonly from: number;
}

export interface RollUp {
  readonly contains: readonly (ContainedVersion & { readonly accepted: boolean })[];
  /** 未收到. */
  readonly missing: readonly { readonly organisation: string; readonly name: string; readonly why: MissingReason }[];
  /** 已线下收到: named, in no sum. */
  readonly offline: readonly { readonly organisation: string; readonly name: string; readonly on: string }[];
  readonly hand: Readonly<Record<HandNumber, HandSum>>;
}

const inOrder = (rows: readonly Below[]): readonly Below[] =>
  [...rows].sort(
    (a, b) => (a.region < b.region ? -1 : Number(a.region > b.region)) || (a.organisation < b.organisation ? -1 : 1),
  );

/** The version that counts: submitted or accepted, not withdrawn or returned since. */
function versionOf({ state, last }: Below): Below['last'] {
  return state === 'submitted' || state === 'accepted' ? last : null;
}

function whyMissing({ hasAccount, state }: Below): MissingReason {
  if (state === 'returned') return 'returned';
  if (state !== null) return 'draft';
  return hasAccount ? 'not-begun' : 'no-account';
}

function handSum(hands: readonly HandNumbers[], name: HandNumber): HandSum {
  const given = hands.flatMap((hand) => hand[name] ?? []);
  return { sum: given.length === 0 ? null : given.reduce((sum, number) => sum + number, 0), from: given.length };
}

/** `own`: the superior's own numbers by hand, which are summed too; the figures come from the events themselves. */
export function rollUp(own: HandNumbers, below: readonly Below[]): RollUp {
  const rows = inOrder(below);
  const here = rows.flatMap((row) => {
    const last = versionOf(row);
    return last === null ? [] : [{ row, last }];
  });
  const absent = rows.filter((row) => versionOf(row) === null);
  const hands = [own, ...here.map(({ last }) => last.hand)];
  return {
    contains: here.map(({ row: { organisation, name, state }, last: { version, hash } }) => ({
      organisation,
      name,
      version,
      hash,
      accepted: state === 'accepted',
    })),
    missing: absent
      .filter(({ received }) => received === null)
      .map((row) => ({ organisation: row.organisation, name: row.name, why: whyMissing(row) })),
    offline: absent.flatMap(({ organisation, name, received }) =>
      received === null ? [] : [{ organisation, name, on: received.on }],
    ),
    hand: {
      memberUnits: handSum(hands, 'memberUnits'),
      leaflets: handSum(hands, 'leaflets'),
      consultations: handSum(hands, 'consultations'),
      boards: handSum(hands, 'boards'),
      tests: handSum(hands, 'tests'),
      messages: handSum(hands, 'messages'),
      media: handSum(hands, 'media'),
      complaints: handSum(hands, 'complaints'),
    },
  };
}

export interface ChangedBelow {
  readonly organisation: string;
  readonly contained: number | null;
  /** `null`: withdrawn or returned since. */
  readonly now: number | null;
}

/** What changed below since a superior's version was frozen: newer versions, ones that went, and ones that came. */
export function changedBelow(contains: readonly ContainedVersion[], below: readonly Below[]): readonly ChangedBelow[] {
  const contained = new Map(contains.map(({ organisation, version, hash }) => [organisation, { version, hash }]));
  return inOrder(below).flatMap((row) => {
    const before = contained.get(row.organisation) ?? null;
    const now = versionOf(row);
    if (before?.version === now?.version && before?.hash === now?.hash) return [];
    return [{ organisation: row.organisation, contained: before?.version ?? null, now: now?.version ?? null }];
  });
}
