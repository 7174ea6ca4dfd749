import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { decideSeats } from '../../domain/sign-up/seats';
import { SignUpAnswerSchema } from '../../domain/sign-up/sign-up';
import { DAY_MS, formatInstant } from '../../domain/time/time';
import { notice } from '../db/account-schema';
import { openDatabase } from '../db/open';
import { ENCRYPTOR } from '../testing/app';
import { bodyOf } from '../testing/content';
import { ENGINES, makeDatabase, type TestDatabase } from '../testing/database';
import { publishTo, syncWith } from '../testing/http-client';
import { inParallel, openAccount, post, postUntilAnswered, type Reply } from '../testing/lossy-client';
import { VISIT } from '../testing/participants';
import { anyOf, randomOfRun } from '../testing/seeded-random';
import { killServers, PII_KEYS, startServer } from '../testing/server-process';
import { findBrokenInvariants, readSeats } from '../testing/invariants';
import { lockedOf } from './event-lock';

const CALLERS = 500;
const CAPACITY = 200;
const AT_ONCE = 60;
const TEST_MS = 300_000;
const random = randomOfRun('race for seats');

/** One id, sent as often as it takes. */
interface Attempt {
  readonly id: string;
  readonly replies: Reply[];
}

interface Caller {
  readonly accountId: string;
  readonly token: string;
  readonly partySize: number;
  readonly attempts: readonly Attempt[];
  sentAt: number;
  answeredAt: number;
}

const acceptedOf = ({ attempts }: Caller): Attempt => {
  const [accepted, ...more] = attempts.filter(({ replies }) => replies[0]?.status === 201);
  if (!accepted || more.length > 0) throw new Error('a caller was not taken exactly once');
  return accepted;
};
const signUpOf = ({ replies }: Attempt) => v.parse(SignUpAnswerSchema, JSON.parse(replies[0]?.text ?? 'null')).signUp;

describe.each(ENGINES)('500 callers race for 200 seats on %s', (engine) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await makeDatabase(engine);
  });
  afterAll(async () => {
    await killServers();
    await database.remove();
  });

  test(
    'rules 1 to 5: whatever is lost and sent again, the outcome is that of one queue',
    async () => {
      // Several processes share a PostgreSQL; a folder belongs to one.
      const start = () => startServer({ ...database.environment, SAMPLE: 'on', PII_KEYS });
      const servers = engine === 'postgres' ? await Promise.all([start(), start()]) : [await start()];
      const urls = servers.map(({ url }) => url);
      const [first = ''] = urls;
      const { campaign } = await syncWith(first, '100000');
      const at = (days: number): string => formatInstant(Date.now() + days * DAY_MS);
      await publishTo(
        first,
        'race',
        bodyOf({
          campaign: campaign?.id ?? '',
          programmeId: 't058',
          startsAt: at(10),
          endsAt: at(11),
          signUp: { form: 'visit', opensAt: at(-1), closesAt: at(9), capacity: CAPACITY, maxParty: 4 },
        }),
      );
      const consent = campaign?.consent.version ?? '';
      const bodyFor = ({ partySize }: Caller, id: string) => ({
        id,
        eventId: 'race',
        consent,
        form: { ...VISIT, partySize },
      });

      const callers: Caller[] = [];
      await inParallel([...Array(CALLERS).keys()], AT_ONCE, async (index) => {
        const account = await openAccount(anyOf(random, urls));
        // Some try with two ids at once.
        const attempts = Array.from({ length: index % 10 === 0 ? 2 : 1 }, () => ({ id: randomUUID(), replies: [] }));
        const { id: accountId, token } = account;
        callers.push({ accountId, token, attempts, partySize: random(1, 5), sentAt: 0, answeredAt: Infinity });
      });

      const send = async (caller: Caller, { id, replies }: Attempt): Promise<void> => {
        const what = { path: 'sign-ups', token: caller.token, body: bodyFor(caller, id) };
        const taps = random(0, 8) === 0 ? 2 : 1;
        const got = await Promise.all(Array.from({ length: taps }, () => postUntilAnswered(random, urls, what)));
        caller.answeredAt = Math.min(caller.answeredAt, performance.now());
        replies.push(...got);
      };
      await inParallel(callers, AT_ONCE, async (caller) => {
        caller.sentAt = performance.now();
        await Promise.all(caller.attempts.map((attempt) => send(caller, attempt)));
      });
      // And once more after all was decided.
      await inParallel(callers, AT_ONCE, async (caller) => {
        await Promise.all(caller.attempts.map((attempt) => send(caller, attempt)));
      });

      // Then a third gives up, and half of these come back.
      const gaveUp = callers.filter((_, index) => index % 3 === 0);
      await inParallel(gaveUp, AT_ONCE, async (caller) => {
        const { token } = caller;
        const { id } = acceptedOf(caller);
        const cancelled = await postUntilAnswered(random, urls, { path: `sign-ups/${id}/cancel`, token });
        expect([cancelled.status, JSON.parse(cancelled.text)]).toMatchObject([
          200,
          { signUp: { status: 'cancelled' } },
        ]);
        if (random(0, 2) === 0) return;
        const back = await postUntilAnswered(random, urls, {
          path: 'sign-ups',
          token,
          body: bodyFor(caller, randomUUID()),
        });
        expect(back.status).toBe(201);
      });
      const late = await post({ url: first, path: 'sign-ups', body: {} });
      expect(late?.status).toBe(401);
      for (const server of servers) {
        server.kill('SIGTERM');
        expect(await server.ended).toBe(0);
      }

      for (const { attempts } of callers) {
        for (const { replies } of attempts)
          expect(new Set(replies.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
        const refused = attempts.flatMap(({ replies: [reply] }) => (reply && reply.status !== 201 ? [reply] : []));
        expect(refused).toHaveLength(attempts.length - 1);
        for (const { text } of refused) expect(JSON.parse(text)).toMatchObject({ code: 'already-signed-up' });
      }

      const silent = { onConnectionLost: () => undefined, onLockLost: () => undefined };
      const { db, close } = await openDatabase(database.options, silent);
      try {
        const race = (await readSeats(db)).find(({ event }) => event.id === 'race');
        if (!race) throw new Error('the event is gone');
        expect(findBrokenInvariants(race, ENCRYPTOR)).toEqual([]);
        const byId = new Map(race.rows.map((row) => [row.id, row]));
        const seqOf = (caller: Caller): number => byId.get(acceptedOf(caller).id)?.seq ?? NaN;
        const queue = [...callers].sort((one, other) => seqOf(one) - seqOf(other));

        // What each was told first is what the rules say of that queue.
        const { terms } = lockedOf(race.event, consent);
        const asked = queue.map(({ accountId, partySize }) => ({
          account: accountId,
          seats: partySize,
          consent,
          active: false,
        }));
        const { decisions } = decideSeats(terms, { taken: 0, waiting: 0 }, asked, Date.now());
        const told = queue.map((caller) => {
          const { status, position, waitReason } = signUpOf(acceptedOf(caller));
          return { ok: true, status, ...(position !== undefined && { position, waitReason }) };
        });
        expect(told).toEqual(decisions);

        // Who had an answer before another asked comes before them.
        let answered = Infinity;
        for (const caller of [...queue].reverse()) {
          expect(caller.sentAt).toBeLessThanOrEqual(answered);
          answered = Math.min(answered, caller.answeredAt);
        }

        // Who waited and has a seat found one notice of it.
        for (const caller of queue) {
          const { id } = acceptedOf(caller);
          if (signUpOf(acceptedOf(caller)).status !== 'waitlisted' || byId.get(id)?.status !== 'confirmed') continue;
          const mine = and(eq(notice.accountId, caller.accountId), eq(notice.kind, 'promoted'));
          expect(await db.select({ id: notice.id }).from(notice).where(mine)).toHaveLength(1);
        }
      } finally {
        await close();
      }
    },
    TEST_MS,
  );
});
