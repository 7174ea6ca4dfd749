import { delayAfter } from './sign-in-delay';

test.each([
  ['login', 0, 0],
  ['login', 4, 0],
  ['login', 5, 1_000],
  ['login', 6, 2_000],
  ['login', 10, 32_000],
  ['login', 14, 512_000],
  ['login', 15, 900_000],
  ['login', 2_000, 900_000],
  ['address', 19, 0],
  ['address', 20, 1_000],
  ['address', 30, 900_000],
] as const)('after %s failures: %s', (kind, failures, delay) => {
  expect(delayAfter(kind, failures)).toBe(delay);
});
