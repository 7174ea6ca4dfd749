import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { SLOW_MS } from './testing/app';
import { ENGINES } from './testing/database';
import { type FuzzBody, fuzzBodies, fuzzParts, OVERSIZED, REFUSED_BODIES } from './testing/fuzz-bodies';
import { type FuzzFixture, openFuzzFixture } from './testing/fuzz-fixture';
import { fileFor } from './testing/good-bodies';
import { nameOf } from './testing/routes';
import { randomOfRun } from './testing/seeded-random';

/** In all. More by hand: `FUZZ_BODIES=20000 npx jest --selectProjects server --testPathPatterns fuzz`. */
const BODIES = Number(process.env.FUZZ_BODIES ?? 2_000);
/** Of this process's own time: a busy machine spends none of it. */
const MOST_CPU_MS = 1_000;
const TEST_MS = 3_600_000;
const random = randomOfRun('hostile bodies');

/** The id of an event that is there. */
const OWN_ID: fc.Arbitrary<string | null> = fc.constant(null);

const json = (body: unknown): FuzzBody => ({
  contentType: body === undefined ? null : 'application/json',
  payload: Buffer.from(body === undefined ? '' : JSON.stringify(body)),
});

describe.each(ENGINES)('hostile bodies on %s', (engine) => {
  let at: FuzzFixture;
  beforeAll(async () => {
    at = await openFuzzFixture(engine);
  }, SLOW_MS);
  afterAll(() => at.close(), SLOW_MS);

  test('the published schema of a sign-up refuses one without an event', () => {
    const route = at.routes.find((each) => nameOf(each) === 'POST /api/v1/sign-ups');
    const body = Buffer.from(JSON.stringify({ id: randomUUID(), consent: '1', form: {} }));
    const wrong = route && at.published.wrongInBody(route, body);
    expect(wrong?.map(({ params }) => params)).toEqual([{ missingProperty: 'eventId' }]);
  });

  test('the writing routes are these, and take what they should', async () => {
    expect(at.routes.map(nameOf).sort()).toEqual(Object.keys(at.good).sort());
    at.wechat.codes.set('code', 'openid');
    for (const route of at.routes) {
      const id = await at.prepare(route);
      for (const body of at.good[nameOf(route)]?.() ?? []) {
        const sent = fileFor(route) ?? json(body);
        const { status, text, isTaken } = await at.send(route, sent, id);
        expect([nameOf(route), isTaken ? 'taken' : text]).toEqual([nameOf(route), 'taken']);
        expect([nameOf(route), at.published.wrongInAnswer(route, status, text)]).toEqual([nameOf(route), []]);
      }
    }
  });

  test('a body that is broken, too large or of an unknown kind is refused as such', async () => {
    for (const route of at.routes.filter((each) => at.good[nameOf(each)]?.()[0] !== undefined)) {
      for (const [status, body] of REFUSED_BODIES)
        expect([nameOf(route), (await at.send(route, body, at.eventId())).status]).toEqual([nameOf(route), status]);
    }
  });

  test(
    'no 5xx, no accepted nonsense, nothing slow',
    async () => {
      const seed = random(0, 2 ** 31);
      const runs = Math.ceil(BODIES / ENGINES.length / at.routes.length);
      const seen = new Map<number, number>();
      for (const route of at.routes) {
        const made = route.path.includes('sign-ups') ? at.eventId() : await at.prepare(route);
        const own = /:org\/(events|devices)\/:id|imports\/:id/.test(route.path) ? made : null;
        const ids = fc.oneof({ weight: 3, arbitrary: OWN_ID }, fuzzParts);
        const bodies = fc.oneof(...(at.good[nameOf(route)]?.() ?? []).map((good) => fuzzBodies(good)));
        const property = fc.asyncProperty(bodies, route.path.includes(':id') ? ids : OWN_ID, async (body, id) => {
          const first = await at.send(route, body, id ?? own ?? at.eventId());
          seen.set(first.status, (seen.get(first.status) ?? 0) + 1);
          expect(first.status).toBeLessThan(500);
          if (first.isTaken) {
            expect(at.published.wrongInBody(route, body.payload)).toEqual([]);
            expect(at.published.wrongInAnswer(route, first.status, first.text)).toEqual([]);
          } else expect(first.text).toContain('"code"');
          // The collector may run during one of them; a body that is slow is slow each time.
          let { cpuMs } = first;
          for (let again = 0; cpuMs > MOST_CPU_MS && again < 3; again += 1)
            ({ cpuMs } = await at.send(route, body, id ?? own ?? at.eventId()));
          expect(cpuMs).toBeLessThan(MOST_CPU_MS);
        });
        await fc.assert(property, { numRuns: runs, seed, examples: [[OVERSIZED, null]] });
      }
      if (process.env.FUZZ_BODIES) console.log(engine, Object.fromEntries(seen));
    },
    TEST_MS,
  );
});
