/** Which act takes a draft from which state to which (docs/rules.md, "Drafts and approval"). */
import type { EventState } from '../permission';

export const DRAFT_ACTS = ['edit', 'submit', 'withdraw', 'approve', 'return', 'publish'] as const;
export type DraftAct = (typeof DRAFT_ACTS)[number];

export const DRAFT_REFUSALS = ['already-submitted', 'not-submitted', 'nothing-to-publish'] as const;
export type DraftRefusal = (typeof DRAFT_REFUSALS)[number];

const TABLE: Readonly<Record<DraftAct, Readonly<Record<EventState, EventState | DraftRefusal>>>> = {
  // A request that is edited stays one request; a decision on the version before it is refused.
  edit: { draft: 'draft', submitted: 'submitted', returned: 'returned', withdrawn: 'draft', published: 'draft' },
  submit: {
    ...{ draft: 'submitted', returned: 'submitted', withdrawn: 'submitted' },
    ...{ submitted: 'already-submitted', published: 'nothing-to-publish' },
  },
  withdraw: {
    ...{ submitted: 'withdrawn', draft: 'not-submitted', returned: 'not-submitted' },
    ...{ withdrawn: 'not-submitted', published: 'not-submitted' },
  },
  approve: {
    ...{ submitted: 'published', draft: 'not-submitted', returned: 'not-submitted' },
    ...{ withdrawn: 'not-submitted', published: 'not-submitted' },
  },
  return: {
    ...{ submitted: 'returned', draft: 'not-submitted', returned: 'not-submitted' },
    ...{ withdrawn: 'not-submitted', published: 'not-submitted' },
  },
  publish: {
    ...{ draft: 'published', returned: 'published', withdrawn: 'published', submitted: 'published' },
    published: 'nothing-to-publish',
  },
};

export type DraftDecision =
  { readonly ok: true; readonly state: EventState } | { readonly ok: false; readonly code: DraftRefusal };

const isRefusal = (outcome: EventState | DraftRefusal): outcome is DraftRefusal =>
  DRAFT_REFUSALS.some((code) => code === outcome);

/**
 * The state after an act. Whether somebody may do it, and whether publishing has to be approved, is decided elsewhere
 * (`can`, `needsApproval`). Refuses a second request while one waits, deciding on what was not asked for, and publishing
 * what is published already.
 */
export function decideDraftAct(state: EventState, act: DraftAct): DraftDecision {
  const outcome = TABLE[act][state];
  return isRefusal(outcome) ? { ok: false, code: outcome } : { ok: true, state: outcome };
}
