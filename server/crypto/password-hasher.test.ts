import { PASSWORD_COST, PasswordHasher } from './password-hasher';

const CHEAP = { N: 2 ** 10, r: 8, p: 1 };

test('a hash is of its password only, salted, with its cost beside it', async () => {
  const hasher = new PasswordHasher(CHEAP);
  const [one, two] = [await hasher.hash('yak butter'), await hasher.hash('yak butter')];
  expect(one).toMatch(/^scrypt\$1024\$8\$1\$[\w-]{22}\$[\w-]{43}$/);
  expect(one).not.toBe(two);
  expect(await hasher.verify('yak butter', one)).toBe(true);
  expect(await hasher.verify('yak Butter', one)).toBe(false);
  // As typed on another system: the same letters, composed otherwise.
  expect(await hasher.verify('é'.normalize('NFD'), await hasher.hash('é'.normalize('NFC')))).toBe(true);
});

test('a hash of another cost is still known', async () => {
  const old = await new PasswordHasher({ N: 2 ** 11, r: 8, p: 1 }).hash('yak butter');
  expect(await new PasswordHasher(CHEAP).verify('yak butter', old)).toBe(true);
});

test('two at once, those after them in turn, and no more than forty waiting', async () => {
  const hasher = new PasswordHasher(CHEAP);
  const answers = await Promise.all(Array.from({ length: 50 }, (_, index) => hasher.verify(`guess ${index}`, null)));
  expect(answers.filter((answer) => answer === false)).toHaveLength(42);
  expect(answers.filter((answer) => answer === null)).toHaveLength(8);
  expect(await hasher.verify('afterwards', null)).toBe(false);
});

test('an account that is not there costs as much as one that is', async () => {
  const hasher = new PasswordHasher(PASSWORD_COST);
  const stored = await hasher.hash('yak butter');
  const timeOf = async (of: string | null): Promise<number> => {
    const began = performance.now();
    await hasher.verify('guess', of);
    return performance.now() - began;
  };
  const times = { there: Infinity, missing: Infinity };
  for (let count = 0; count < 3; count += 1) {
    times.there = Math.min(times.there, await timeOf(stored));
    times.missing = Math.min(times.missing, await timeOf(null));
  }
  expect(times.missing / times.there).toBeGreaterThan(0.5);
  expect(times.missing / times.there).toBeLessThan(2);
});
