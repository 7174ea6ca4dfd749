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
