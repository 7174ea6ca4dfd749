import * as v from 'valibot';
import { ChangeSchema, type WireChange } from '../../domain/event/change';
import { presentChange } from './present-change';

const TIME = { startsAt: '2026-09-18T14:00:00+08:00', endsAt: '2026-09-18T16:00:00+08:00' };

test.each<WireChange>([
  { field: 'title', from: 'a', to: 'b' },
  { field: 'time', from: TIME, to: { ...TIME, endsAt: '2026-09-18T17:00:00+08:00' } },
  { field: 'venue', from: null, to: { name: 'a', address: 'b' } },
  { field: 'status', from: { status: 'scheduled' }, to: { status: 'cancelled', reason: 'snow' } },
])('a change of $field is on the wire what a phone parses', (wire) => {
  expect(presentChange(v.parse(ChangeSchema, wire))).toEqual(wire);
});
