import type { EventState } from '../permission';
import { decideDraftAct, DRAFT_ACTS, type DraftAct } from './draft-state';

const STATES: readonly EventState[] = ['draft', 'submitted', 'returned', 'withdrawn', 'published'];

/** Rows in the order of STATES; docs/rules.md, "Drafts and approval". */
const EXPECTED: Readonly<Record<DraftAct, readonly string[]>> = {
  edit: ['draft', 'submitted', 'returned', 'draft', 'draft'],
  submit: ['submitted', '!already-submitted', 'submitted', 'submitted', '!nothing-to-publish'],
  withdraw: ['!not-submitted', 'withdrawn', '!not-submitted', '!not-submitted', '!not-submitted'],
  approve: ['!not-submitted', 'published', '!not-submitted', '!not-submitted', '!not-submitted'],
  return: ['!not-submitted', 'returned', '!not-submitted', '!not-submitted', '!not-submitted'],
  publish: ['published', 'published', 'published', 'published', '!nothing-to-publish'],
};

test.each(DRAFT_ACTS.flatMap((act) => STATES.map((state, index) => [act, state, EXPECTED[act][index]] as const)))(
  'to %s what is %s: %s',
  (act, state, expected) => {
    const decision = decideDraftAct(state, act);
    expect(decision.ok ? decision.state : `!${decision.code}`).toBe(expected);
  },
);

test('nobody decides on what was not submitted, and no request becomes two', () => {
  for (const state of STATES.filter((each) => each !== 'submitted')) {
    expect(decideDraftAct(state, 'approve').ok).toBe(false);
    expect(decideDraftAct(state, 'return').ok).toBe(false);
  }
  expect(decideDraftAct('submitted', 'submit').ok).toBe(false);
});
