import * as v from 'valibot';
import { PURPOSE_COLUMNS } from './purpose-columns';
import { EXPORT_PURPOSES, ROSTER_COLUMNS, RosterExportSchema } from './roster-export';

test.each(EXPORT_PURPOSES)('%s: its usual columns may be asked for, and are fewer than all', (purpose) => {
  const columns = [...PURPOSE_COLUMNS[purpose]];
  expect(v.is(RosterExportSchema, { columns, purpose })).toBe(true);
  expect(columns.length).toBeLessThan(ROSTER_COLUMNS.length / 2);
});

test.each([
  ['no column', { columns: [], purpose: 'entry' }],
  ['a column twice', { columns: ['name', 'name'], purpose: 'entry' }],
  ['a column that is not there', { columns: ['age'], purpose: 'entry' }],
  ['no purpose', { columns: ['name'] }],
  ['another purpose', { columns: ['name'], purpose: 'marketing' }],
  ['something more', { columns: ['name'], purpose: 'entry', all: true }],
])('refused: %s', (_, body) => {
  expect(v.is(RosterExportSchema, body)).toBe(false);
});
