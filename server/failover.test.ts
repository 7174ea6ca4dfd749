/**
 * The primary dies under sign-ups and its synchronous standby takes over. A small proxy is the address that moves; where
 * the machine has PgBouncer, it is between as well, in session mode.
 */
import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { SignUpAnswerSchema } from '../domain/sign-up/sign-up';
import { DAY_MS, formatInstant } from '../domain/time/time';
import { openDatabase } from './db/open';
import { ENCRYPTOR, SLOW_MS } from './testing/app';
import { bodyOf } from './testing/content';
import { publishTo, syncWith } from './testing/http-client';
import { findBrokenInvariants, readSeats } from './testing/invariants';
import { BUSY, post } from './testing/lossy-client';
import { VISIT } from './testing/participants';
import { startPgBouncer, type PgBouncer } from './testing/pg-bouncer';
import { PostgresPair } from './testing/postgres-pair';
import { killServers, PII_KEYS, startServer } from './testing/server-process';
import { startTcpProxy, type TcpProxy } from './testing/tcp-proxy';
import { waitUntil } from './testing/wait-until';

/** One in a usual run; `npm run chaos` does ten. */
const ROUNDS = Number(process.env.FAILOVERS ?? 1);
const PEOPLE_AT_ONCE = 6;
/** Acknowledged in each round before the primary dies. */
const ENOUGH = 20;
const REGION = '540000';

let pair: PostgresPair;
let proxy: TcpProxy;
let bouncer: PgBouncer | null = null;
const started: (() => Promise<void>)[] = [];
beforeAll(async () => {
  pair = await PostgresPair.start();
  started.push(() => pair.remove());
  proxy = await startTcpProxy('127.0.0.1', pair.port);
  started.push(() => proxy.close());
  bouncer = await startPgBouncer(proxy.port);
  started.push(async () => bouncer?.stop());
}, 2 * SLOW_MS);
afterAll(async () => {
  await killServers();
  for (const stop of started.reverse()) await stop();
}, SLOW_MS);

/** Asks until something was decided: an answer that is lost or says 503 decided nothing for whoever waits. */
async function decide(url: string, path: string, body: unknown, token?: string): Promise<string> {
  return waitUntil(async () => {
    const reply = await post({ url, path, body, ...(token !== undefined && { token }) });
    if (!reply || reply.status === BUSY) return undefined;
    if (reply.status >= 300) throw new Error(`${path} answered ${reply.status}: ${reply.text}`);
    return reply.text;
  }, 2 * SLOW_MS);
}

const TokenSchema = v.object({ token: v.string() });

test(
  'a standby that takes over has all that was acknowledged, and no server process ends',
  async () => {
    const url = `postgres://postgres@127.0.0.1:${bouncer?.port ?? proxy.port}/postgres`;
    const server = await startServer({ DATABASE_URL: url, DATABASE_POOL: '4', SAMPLE: 'on', PII_KEYS });
    // Whoever asks a server that has only just started may be sent away.
    const persist = <T>(ask: () => Promise<T>): Promise<T> => waitUntil(() => ask().catch(() => undefined), SLOW_MS);
    const { campaign } = await persist(() => syncWith(server.url, REGION));
    const at = (days: number): string => formatInstant(Date.now() + days * DAY_MS);
    const signUp = { form: 'visit', opensAt: at(-1), closesAt: at(9), maxParty: 4, capacity: 100_000 } as const;
    const held = { campaign: campaign?.id ?? '', programmeId: 't058', startsAt: at(10), endsAt: at(11) };
    await persist(() => publishTo(server.url, 'e', bodyOf({ ...held, signUp })));

    const acknowledged = new Map<string, string | undefined>();
    const published = new Map<string, string>();
    let over = false;
    const signUpOne = async (): Promise<void> => {
      const { token } = v.parse(TokenSchema, JSON.parse(await decide(server.url, 'sessions', { kind: 'device' })));
      const id = randomUUID();
      const body = { id, eventId: 'e', consent: campaign?.consent.version, form: { ...VISIT, partySize: 1 } };
      const answer = v.parse(SignUpAnswerSchema, JSON.parse(await decide(server.url, 'sign-ups', body, token)));
      acknowledged.set(id, answer.signUp.ticket);
    };
    const signingUp = Array.from({ length: PEOPLE_AT_ONCE }, async () => {
      while (!over) await signUpOne();
    });
    const publish = async (): Promise<void> => {
      for (let index = 0; !over; index += 1) {
        const title = `第${index}版`;
        const written = await publishTo(server.url, 'p', bodyOf({ ...held, title })).catch(() => null);
        if (written) published.set('p', title);
      }
    };
    const publishing = publish();
    const hasMore = (): Promise<unknown> => {
      const enough = acknowledged.size + ENOUGH;
      return waitUntil(() => Promise.resolve(acknowledged.size >= enough || undefined), 2 * SLOW_MS);
    };
    for (let round = 0; round < ROUNDS; round += 1) {
      await hasMore();
      const before = acknowledged.size;
      await pair.deafen();
      // A primary that waits for no standby goes on confirming what it alone has.
      const isDecided = async (): Promise<boolean> => acknowledged.size >= before + ENOUGH || (await pair.isWaited());
      await waitUntil(async () => (await isDecided()) || undefined, 2 * SLOW_MS);
      await pair.killPrimary();
      await proxy.refuse();
      await pair.promote();
      proxy.aim(pair.port);
      await proxy.heal();
      await hasMore();
    }
    over = true;
    await Promise.all([...signingUp, publishing]);

    const { events } = await persist(() => syncWith(server.url, REGION));
    for (const [id, title] of published) expect(events.get(id)?.title).toBe(title);
    expect(published.size).toBe(1);
    server.kill('SIGTERM');
    expect(await server.ended).toBe(0);

    const options = { url: `postgres://postgres@127.0.0.1:${pair.port}/postgres`, poolSize: 1 };
    const { db, close } = await openDatabase(options, { onConnectionLost: () => undefined });
    try {
      const [seats] = (await readSeats(db)).filter(({ event }) => event.id === 'e');
      if (!seats) throw new Error('the event is lost');
      const stored = new Map(seats.rows.map(({ id, ticket }) => [id, ticket]));
      expect([...acknowledged].filter(([id, ticket]) => stored.get(id) !== ticket)).toEqual([]);
      expect(findBrokenInvariants(seats, ENCRYPTOR)).toEqual([]);
    } finally {
      await close();
    }
  },
  (1 + ROUNDS) * 2 * SLOW_MS,
);
