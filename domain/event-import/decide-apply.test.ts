import { FACTS, GOOD, sheetOf } from '../testing/event-sheet';
import { checkSheet } from './check-sheet';
import { decideApply, type ApplyFacts, type CheckedFile } from './decide-apply';

const FILE = 'a'.repeat(64);
const checked = (change: Partial<CheckedFile> = {}): CheckedFile => ({
  ...checkSheet(sheetOf([GOOD, { ...GOOD, id: 'b' }]), FACTS),
  sha256: FILE,
  ...change,
});
const fault = { row: 9, cell: 'A9', column: 'id', code: 'required', value: '' } as const;
const decide = (check: CheckedFile, facts: Partial<ApplyFacts> = {}): unknown => {
  const decision = decideApply(check, { sha256: FILE, revs: new Map(), onlyGood: false, ...facts });
  return decision.ok ? decision.writes.map(({ id }) => id) : decision;
};

test.each<[string, Partial<CheckedFile>, Partial<ApplyFacts>, unknown]>([
  ['all good', {}, {}, ['lhasa-1', 'b']],
  ['another file', {}, { sha256: 'b'.repeat(64) }, { ok: false, code: 'file-changed' }],
  ['a row with a fault stops all', { faults: [fault] }, {}, { ok: false, code: 'row-faults' }],
  ['unless only the good are asked for', { faults: [fault] }, { onlyGood: true }, ['lhasa-1', 'b']],
  ['none is good', { faults: [fault], changes: [] }, { onlyGood: true }, { ok: false, code: 'no-good-rows' }],
  [
    'a fault in the heading stops either way',
    { headingFaults: [fault] },
    { onlyGood: true },
    { ok: false, code: 'heading-faults' },
  ],
  [
    'somebody made that event meanwhile',
    {},
    { revs: new Map([['b', 3]]) },
    { ok: false, code: 'event-changed', ids: ['b'] },
  ],
  ['other events moved', {}, { revs: new Map([['c', 3]]) }, ['lhasa-1', 'b']],
])('%s', (_, change, facts, expected) => {
  expect(decide(checked(change), facts)).toEqual(expected);
});

test('revisions are those that were seen, and what is unchanged is not written', () => {
  const changes = checked().changes.map((change, index) =>
    index === 0
      ? { ...change, outcome: 'unchanged' as const, rev: 4 }
      : { ...change, outcome: 'changed' as const, rev: 5 },
  );
  const revs = new Map([
    ['lhasa-1', 4],
    ['b', 5],
  ]);
  expect(decide(checked({ changes }), { revs })).toEqual(['b']);
  expect(decide(checked({ changes }), { revs: new Map([['lhasa-1', 4]]) })).toMatchObject({ ids: ['b'] });
  expect(decide(checked({ changes }), { revs: new Map([...revs, ['lhasa-1', 6]]) })).toMatchObject({
    ids: ['lhasa-1'],
  });
});
