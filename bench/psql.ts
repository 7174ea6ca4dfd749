import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

function literal(value: unknown): string {
  if (typeof value === 'number') return String(value);
  if (!Array.isArray(value)) return quoted(String(value));
  return quoted(`{${value.map((each) => `"${String(each).replaceAll(/["\\]/g, '\\$&')}"`).join(',')}}`);
}

/** The query as text that psql takes. */
export const inline = (text: string, params: readonly unknown[]): string =>
  text.replace(/\$(\d+)/g, (_, nth: string) => literal(params[Number(nth) - 1]));

/** What psql measures of one query, in ms, each of several times. */
export async function psqlTimes(url: string, query: string, rounds: number): Promise<number[]> {
  const queries = Array<string>(rounds)
    .fill(query)
    .flatMap((each) => ['-c', each]);
  const args = ['-X', '-q', '-o', '/dev/null', '-c', '\\timing on', ...queries, url];
  const { stdout } = await run('psql', args, { maxBuffer: 2 ** 26 });
  return [...stdout.matchAll(/^Time: ([\d.]+) ms/gm)].map(([, ms]) => Number(ms));
}
