import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { PublishBodySchema, type WirePublishBody } from '../../domain/event/event';
import { MINUTE_MS } from '../../domain/time/time';
import { eventPart } from '../db/figure-schema';
import { publishEvent, removeEvent } from '../publishing/publish';
import type { TestApp } from '../testing/app';
import { bodyOf, OPEN, SIGN_UP } from '../testing/content';
import { ENGINES } from '../testing/database';
import { FILLED } from '../testing/forms';
import { newParticipant } from '../testing/participants';
import { newOrganisation } from '../testing/staff';
import { useTestServer } from '../testing/test-server';
import { findKept, keepParts } from './keep-parts';
import { readFigures } from './read-figures';

const REGION = '540100';

describe.each(ENGINES)('parts of figures that are kept, on %s', (engine) => {
  const testServer = useTestServer(engine);
  const db = () => testServer.database.db;
  let at: TestApp;
  let now: number;
  let org: string;
  beforeEach(async () => {
    now = OPEN;
    at = await testServer.openFresh({ now: () => now });
    org = await newOrganisation(db(), REGION);
  });
  const context = () => ({
    ...{ now, templates: [], organisation: { id: org, region: REGION }, actor: null, approved: true as const },
  });
  const publish = (id: string, change: Partial<WirePublishBody> = {}) => {
    const body = v.parse(PublishBodySchema, bodyOf({ region: REGION, signUp: SIGN_UP, ...change }));
    return db().transaction((tx) => publishEvent(tx, id, body, context()));
  };
  const total = async () => {
    const scope = { organisation: { id: org, region: REGION }, campaignId: 'open', asOf: now };
    return (await readFigures(db(), scope, 'kind')).total;
  };

  test('what was kept is not counted anew, what changed since is; a part that stayed the same is kept once', async () => {
    const keep = () => db().transaction((tx) => keepParts(tx, now));
    const parts = () => db().select().from(eventPart).orderBy(eventPart.id);
    await publish('a');
    await publish('b');
    await publish('c', { signUp: { ...SIGN_UP, form: 'training' }, programmeId: 'course' });
    const person = await newParticipant(at);
    await person.signUp('a', 2);
    await person.trySignUp('c', { form: FILLED.training });
    expect(await findKept(db(), now)).toBeNull();
    now += 60 * MINUTE_MS;
    await keep();
    const first = await parts();
    expect(first.map(({ eventId, confirmed, enterprises }) => [eventId, confirmed, enterprises.length]).sort()).toEqual(
      [
        ['a', 2, 0],
        ['b', 0, 0],
        ['c', 1, 1],
      ],
    );
    // As if it had been otherwise, to see where figures come from.
    await db().update(eventPart).set({ confirmed: 20 }).where(eq(eventPart.eventId, 'a'));
    expect(await total()).toMatchObject({ planned: 3, signUps: 21, enterprises: 1 });
    expect((await findKept(db(), now))?.changed).toEqual([]);
    await (await newParticipant(at)).signUp('a', 1);
    expect((await findKept(db(), now))?.changed).toEqual(['a']);
    expect(await total()).toMatchObject({ signUps: 4 });

    now += 60 * MINUTE_MS;
    await keep();
    await keep();
    const second = await parts();
    expect(second).toHaveLength(4);
    expect(second.filter(({ eventId }) => eventId !== 'a')).toEqual(first.filter(({ eventId }) => eventId !== 'a'));
    await db().transaction((tx) => removeEvent(tx, 'b', context()));
    now += 60 * MINUTE_MS;
    await keep();
    expect(await total()).toMatchObject({ planned: 2, signUps: 4 });
  });
});
