import * as v from 'valibot';
import { findingOf } from './field-error';

const Schema = v.strictObject({ name: v.string(), people: v.array(v.strictObject({ mobile: v.string() })) });
const fieldErrorsOf = (input: unknown) => {
  const parsed = v.safeParse(Schema, input);
  return parsed.success ? [] : parsed.issues.map(findingOf);
};
const good = { name: 'a', people: [] };

test.each([
  ['a field left out', { people: [] }, { path: 'name', code: 'required' }],
  ['one deep inside', { ...good, people: [{ mobile: 1 }] }, { path: 'people.0.mobile', code: 'wrong-type' }],
  ['one too many', { ...good, idCard: 1 }, { path: 'idCard', code: 'unknown-field' }],
  ['something else than an object', { ...good, people: ['x'] }, { path: 'people.0', code: 'wrong-type' }],
  ['a made-up name, which is not said back', { ...good, 卓玛: 1 }, { path: '', code: 'unknown-field' }],
  ['a long one', { ...good, ['x'.repeat(41)]: 1 }, { path: '', code: 'unknown-field' }],
  ['one inside', { ...good, people: [{ mobile: '1', 'a b': 1 }] }, { path: 'people.0', code: 'unknown-field' }],
])('%s', (_, input, fieldError) => {
  expect(fieldErrorsOf(input)).toEqual([fieldError]);
});
