import * as v from 'valibot';
import { compileValidator } from './validation';

const validate = compileValidator({
  schema: v.nullish(v.strictObject({ onlyGood: v.optional(v.boolean()) })),
  method: 'POST',
  url: '/',
});

test.each([
  ['a list', [], false],
  ['a text', '', false],
  ['another key', { a: 1 }, false],
  ['nothing', null, true],
  ['an object', { onlyGood: true }, true],
])('a body that is %s', (_, body, isTaken) => {
  expect(validate(body)).toMatchObject(isTaken ? { value: body } : { error: { name: 'InvalidInputError' } });
});

const validateDraft = compileValidator({
  schema: v.object({
    terms: v.optional(v.nullable(v.partial(v.object({ seats: v.number() })))),
    people: v.optional(v.array(v.partial(v.object({ name: v.string() })))),
  }),
  method: 'POST',
  url: '/',
});

test.each([
  ['an object', { terms: { seats: 3 }, people: [{ name: '次仁' }] }, null],
  ['none', { terms: null, people: [] }, null],
  ['a list for an object', { terms: [{}] }, ['terms']],
  ['a list within a list', { people: [{}, []], terms: [] }, ['terms', 'people.1']],
])('where every key may be left out: %s', (_, body, paths) => {
  const errors = paths?.map((path) => ({ path, code: 'wrong-type' }));
  expect(validateDraft(body)).toMatchObject(errors ? { error: { errors } } : { value: body });
});
