import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { sql } from 'drizzle-orm';

const run = promisify(execFile);

/** Transactions a second of one script, by eight clients with prepared statements. */
export async function pgbench(url: string, script: string, seconds: number): Promise<number> {
  const args = ['-n', '-M', 'prepared', '-c', '8', '-j', '1', '-T', String(seconds), '-f', script, url];
  const { stdout } = await run('pgbench', args);
  const tps = /^tps = ([\d.]+)/m.exec(stdout)?.[1];
  if (tps === undefined) throw new Error(`pgbench said: ${stdout}`);
  return Number(tps);
}

/**
 * The yardstick: one seat taken by `update … where taken < capacity returning` and an insert, on copies of the same two
 * tables with the same indexes, though without foreign keys, names to look up, rules or encryption.
 */
export const YARD_TABLES = [
  sql`create table yard_event (like event including all)`,
  sql`insert into yard_event select (copy).* from (select event as copy from event) as copies`,
  sql`create table yard_sign_up (like sign_up including all)`,
];

export function writeScript(path: string, eventId: string): void {
  writeFileSync(
    path,
    `\\set n random(1, 300)
begin;
update yard_event set taken = taken + 1 where id = ${eventId} and taken < capacity returning taken;
insert into yard_sign_up (account_id, id, event_id, status, seats, ticket, consent_version, consented_at, created_at, key_id, sealed)
values (gen_random_uuid(), gen_random_uuid(), ${eventId}, 'confirmed', 1, substr(gen_random_uuid()::text, 1, 23), '1', 0, 0, 'trial', repeat('x', 160));
commit;
`,
  );
}
