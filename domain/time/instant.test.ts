import * as v from 'valibot';
import { findingOf } from '../problem/field-error';
import { InstantSchema, StoredInstantSchema } from './instant';

const TEXT = '2026-09-18T14:00:00+08:00';
const MS = Date.UTC(2026, 8, 18, 6);

test.each([
  ['text with its offset', TEXT, MS, MS],
  ['the same in another zone', '2026-09-18T06:00:00Z', MS, MS],
  ['epoch ms', MS, null, MS],
  ['text without an offset', '2026-09-18T14:00:00', null, null],
  ['a day that is none', '2026-02-30T14:00:00+08:00', null, null],
  ['nothing', null, null, null],
])('%s', (_, value, onTheWire, stored) => {
  const outputOf = (schema: v.GenericSchema<unknown, number>): number | null => {
    const parsed = v.safeParse(schema, value);
    return parsed.success ? parsed.output : null;
  };
  expect([outputOf(InstantSchema), outputOf(StoredInstantSchema)]).toEqual([onTheWire, stored]);
});

test('a refusal keeps the code of the contract', () => {
  const parsed = v.safeParse(v.object({ startsAt: InstantSchema }), { startsAt: 'soon' });
  expect(parsed.issues?.map(findingOf)).toEqual([{ path: 'startsAt', code: 'instant' }]);
});
