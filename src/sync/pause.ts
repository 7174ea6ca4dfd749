/** How long to leave a server alone before asking again, so that thousands of phones do not come back at one moment. */

const FIRST_MS = 2_000;
const LONGEST_MS = 5 * 60_000;

/**
 * Milliseconds after so many failures in a row. `asked`: for how long the server asked to be left alone; it is never asked
 * sooner, and by chance up to twice as late. Where it said nothing, chance takes up to half of the pause.
 */
export function pauseAfter(failures: number, asked: number | null): number {
  const growing = Math.min(FIRST_MS * 2 ** failures, LONGEST_MS);
  if (asked === null) return (growing * (1 + Math.random())) / 2;
  return Math.max(growing, Math.min(asked, LONGEST_MS)) * (1 + Math.random());
}
