import { randomUUID } from 'node:crypto';
import { DAY_MS, formatInstant } from '../../domain/time/time';
import { openDatabase } from '../db/open';
import { ENCRYPTOR } from '../testing/app';
import { bodyOf } from '../testing/content';
import { ENGINES, makeDatabase, type TestDatabase } from '../testing/database';
import { publishTo, syncWith } from '../testing/http-client';
import { KILLS } from '../testing/kills';
import { BUSY, inParallel, openAccount, post } from '../testing/lossy-client';
import { VISIT } from '../testing/participants';
import { randomOfRun } from '../testing/seeded-random';
import { killServers, PII_KEYS, startServer, type ServerProcess } from '../testing/server-process';
import { findBrokenInvariants, readSeats } from '../testing/invariants';

const PEOPLE = 40;
const AT_ONCE = 8;
const EVENTS = ['hot', 'cool', 'cold'];
const TEST_MS = 600_000;
const random = randomOfRun('kills while people sign up');

interface Sent {
  readonly accountId: string;
  readonly id: string;
  readonly kind: 'sign-up' | 'cancel';
  acknowledged: boolean;
}

describe.each(ENGINES)('a server on %s that is killed while people sign up', (engine) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await makeDatabase(engine);
  });
  afterAll(async () => {
    await killServers();
    await database.remove();
  });

  const start = (): Promise<ServerProcess> => startServer({ ...database.environment, SAMPLE: 'on', PII_KEYS });

  /** Everybody signs up for everything, and some give up again, until the server dies under them. */
  async function signUpAndKill(servers: readonly ServerProcess[], consent: string, kill: number): Promise<Sent[]> {
    const victim = servers[kill % servers.length];
    const killAfter = random(1, PEOPLE * EVENTS.length - AT_ONCE);
    const sent: Sent[] = [];
    let acknowledged = 0;
    const send = async (one: Omit<Sent, 'acknowledged'>, url: string, token: string, body?: unknown): Promise<void> => {
      const path = one.kind === 'cancel' ? `sign-ups/${one.id}/cancel` : 'sign-ups';
      const attempt: Sent = { ...one, acknowledged: false };
      sent.push(attempt);
      const reply = await post({ url, path, token, body });
      // A server that is only starting may shed load; the client asks again, and nothing was acknowledged.
      if (!reply || reply.status === BUSY) return;
      expect([201, 200]).toContain(reply.status);
      attempt.acknowledged = true;
      acknowledged += 1;
      if (acknowledged === killAfter) victim?.kill('SIGKILL');
    };
    await inParallel([...Array(PEOPLE).keys()], AT_ONCE, async (index) => {
      const url = servers[index % servers.length]?.url ?? '';
      const account = await openAccount(url).catch(() => null);
      if (!account) return;
      const { id: accountId, token } = account;
      await Promise.all(
        EVENTS.map(async (eventId) => {
          const id = randomUUID();
          const form = { ...VISIT, partySize: random(1, 5) };
          await send({ accountId, id, kind: 'sign-up' }, url, token, { id, eventId, consent, form });
          if (random(0, 4) === 0) await send({ accountId, id, kind: 'cancel' }, url, token);
        }),
      );
    });
    victim?.kill('SIGKILL');
    expect(await victim?.ended).toBe('SIGKILL');
    return sent;
  }

  test(
    'has all that it acknowledged, and nothing by halves',
    async () => {
      const servers = engine === 'postgres' ? await Promise.all([start(), start()]) : [await start()];
      const url = servers[0]?.url ?? '';
      const { campaign } = await syncWith(url, '100000');
      const at = (days: number): string => formatInstant(Date.now() + days * DAY_MS);
      const terms = { form: 'visit', opensAt: at(-1), closesAt: at(9), maxParty: 4 } as const;
      for (const [index, id] of EVENTS.entries()) {
        const signUp = { ...terms, capacity: 100 + 300 * index };
        const when = { startsAt: at(10), endsAt: at(11) };
        await publishTo(url, id, bodyOf({ campaign: campaign?.id ?? '', programmeId: 't058', ...when, signUp }));
      }
      const sent: Sent[] = [];
      for (let kill = 0; kill < KILLS; kill += 1) {
        sent.push(...(await signUpAndKill(servers, campaign?.consent.version ?? '', kill)));
        servers[kill % servers.length] = await start();
      }
      for (const server of servers) {
        server.kill('SIGTERM');
        expect(await server.ended).toBe(0);
      }

      const silent = { onConnectionLost: () => undefined };
      const { db, close } = await openDatabase(database.options, silent);
      try {
        const seats = (await readSeats(db)).filter(({ event }) => EVENTS.includes(event.id));
        expect(seats.flatMap((each) => findBrokenInvariants(each, ENCRYPTOR))).toEqual([]);
        const stored = new Map(seats.flatMap(({ rows }) => rows).map((row) => [row.id, row]));
        const acknowledged = sent.filter((each) => each.acknowledged);
        for (const { id, accountId, kind } of acknowledged) {
          const row = stored.get(id);
          expect(row?.accountId).toBe(accountId);
          if (kind === 'cancel') expect(row?.status).toBe('cancelled');
        }
        const cancelSent = new Set(sent.filter(({ kind }) => kind === 'cancel').map(({ id }) => id));
        for (const { id, status } of stored.values()) {
          if (!cancelSent.has(id)) expect(['confirmed', 'waitlisted']).toContain(status);
        }
        expect(acknowledged.length).toBeGreaterThan(KILLS);
        // The kills came in the middle: some never heard.
        expect(sent.length).toBeGreaterThan(acknowledged.length);
      } finally {
        await close();
      }
    },
    TEST_MS,
  );
});
