/** Asks again and again until the answer is there; what must be quick is given its deadline. */
import { setTimeout as wait } from 'node:timers/promises';

const PAUSE_MS = 20;

export async function waitUntil<T>(ask: () => Promise<T | undefined>, withinMs: number): Promise<T> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (performance.now() > deadline) throw new Error(`not within ${withinMs} ms`);
    await wait(PAUSE_MS);
  }
}
