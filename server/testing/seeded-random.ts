/**
 * Random choices that a failed run can repeat with `SEED=…`; each file that draws prints its seed. The draws are the
 * same; which of several concurrent requests gets which may still differ.
 */
import { randomInt } from 'node:crypto';

/** A whole number, `from` included, `below` not. */
export type RandomInt = (from: number, below: number) => number;

const SEEDS = 2 ** 32;

/** Mulberry32: 32 bits of state are plenty for a test. */
export function seededRandom(seed: number): RandomInt {
  let state = seed;
  return (from, below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    const share = ((mixed ^ (mixed >>> 14)) >>> 0) / SEEDS;
    return from + Math.floor(share * (below - from));
  };
}

/** By `SEED`, else by a new seed every run. */
export function randomOfRun(title: string): RandomInt {
  const seed = Number(process.env.SEED ?? randomInt(SEEDS));
  if (!(Number.isInteger(seed) && seed >= 0)) throw new Error('SEED must be a whole number');
  process.stdout.write(`${title}: SEED=${seed}\n`);
  return seededRandom(seed);
}

export const anyOf = <T>(random: RandomInt, choices: readonly T[]): T => {
  const [first] = choices;
  const chosen = choices[random(0, choices.length)] ?? first;
  if (chosen === undefined) throw new Error('nothing to choose from');
  return chosen;
};
