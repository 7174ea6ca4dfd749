/** What happens at a door stays with the organisation that holds the event, and names nobody (docs/rules.md, rules 8 to 10). */
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import * as v from 'valibot';
import type { TestApp } from '../testing/app';
import { OPEN, SIGN_UP, STARTS } from '../testing/content';
import { ENGINES } from '../testing/database';
import { type Desk, deskOf } from '../testing/desk';
import { newDevice, offerCode, type TestDevice } from '../testing/door';
import type { Participant } from '../testing/participants';
import { newParticipants } from '../testing/sign-up-event';
import { newMember, newOrganisation } from '../testing/staff';
import { useTestServer } from '../testing/test-server';

const [NAME, MOBILE] = ['卓玛央宗', '13912345678'];
const FORM = { contactName: NAME, mobile: MOBILE, partySize: 2 };
/** Everything that anybody may ask for, of the event's region. */
const PUBLIC = [
  '/api/v1/feed?region=540100',
  '/api/v1/events/e',
  '/api/v1/availability?ids=e',
  '/api/v1/events.atom?region=540100',
  '/api/v1/events.rss?region=540100',
  '/embed?region=540100',
  '/api/openapi.json',
] as const;
const RowsSchema = v.object({ rows: v.array(v.looseObject({})) });

describe.each(ENGINES)('the door on %s', (engine) => {
  const testServer = useTestServer(engine);
  let at: TestApp;
  let now: number;
  let editor: Desk;
  let device: TestDevice;
  let dolma: Participant;
  let ticket: string;
  let seen: string[];
  const db = () => testServer.database.db;
  const textOf = async (table: string): Promise<string> => {
    const answer = await db().execute(sql`select row_to_json(t)::text as row from ${sql.identifier(table)} t`);
    return JSON.stringify(v.parse(RowsSchema, answer).rows);
  };

  beforeEach(async () => {
    now = OPEN;
    seen = [];
    at = await testServer.openFresh({
      now: () => now,
      config: { logLevel: 'trace' },
      logTo: { write: (line: string) => seen.push(line) },
    });
    const city = await newOrganisation(db(), '540100');
    editor = deskOf(await newMember(at, db(), city, 'editor'), city);
    await editor.create('e', { signUp: { ...SIGN_UP, capacity: 8, maxParty: 4 } });
    await editor.post('e', 'publish');
    [dolma] = await newParticipants(at);
    expect((await dolma.trySignUp('e', { form: FORM })).status).toBe(201);
    ticket = (await dolma.only())?.ticket ?? '';
    device = await newDevice(at, editor);
    now = STARTS;
    editor = deskOf(await newMember(at, db(), city, 'editor', { now }), city);
  });

  /** One of each kind of scan, one flagged and settled with a word. */
  async function aDayAtTheDoor(): Promise<readonly string[]> {
    const doubtful = randomUUID();
    const answers = [
      await device.upload([
        { ticket },
        { ticket, seats: 2 },
        { id: doubtful, ticket: 'ABCDEFGHJK', offline: true },
        { kind: 'walk-in', seats: 3 },
      ]),
      await device.ask('GET', 'door/pack?event=e'),
      await device.ask('GET', 'door/events'),
      await editor.ask('GET', 'events/e/scans'),
      await editor.ask('GET', 'devices'),
      await editor.ask('POST', `events/e/scans/${doubtful}/settle`, { decision: 'void', word: '名单上没有' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    return answers.map(({ text }) => text);
  }

  test('no public answer changes by it: neither counts nor devices are anybody’s but the organisation’s', async () => {
    const ask = async (): Promise<readonly string[]> => {
      const answers = await Promise.all(PUBLIC.map((path) => at.ask(path)));
      expect(answers.map(({ status }) => status)).toEqual(PUBLIC.map(() => 200));
      return answers.map(({ text }) => text);
    };
    const before = await ask();
    await aDayAtTheDoor();
    expect(await ask()).toEqual(before);
  });

  test('no answer of it, no line of the log and no row names anybody, holds a ticket, a token or a code', async () => {
    const code = await offerCode(editor);
    const answers = await aDayAtTheDoor();
    const kept = await Promise.all(['scan', 'scan_settlement', 'door_device', 'door_pairing', 'audit'].map(textOf));
    const secrets = [NAME, MOBILE, ticket, 'ABCDEFGHJK', device.token];
    for (const secret of secrets) {
      expect(answers.filter((text) => text.includes(secret))).toEqual([]);
      expect(seen.filter((text) => text.includes(secret))).toEqual([]);
    }
    for (const secret of [...secrets, code]) expect(kept.filter((text) => text.includes(secret))).toEqual([]);
    // Masked, at the door alone.
    expect(answers.map((text) => /卓\*+/.test(text))).toEqual([true, false, false, false, false, false]);
  });

  test.each([
    ['a mobile number', '请打 139 1234 5678', 'mobile-number'],
    ['an identity number', '540102199003071234', 'identity-number'],
  ])('what an editor writes holds no number: %s', async (_, word, code) => {
    const id = randomUUID();
    await device.send([{ id, ticket: 'ABCDEFGHJK', offline: true }]);
    const settled = await editor.ask('POST', `events/e/scans/${id}/settle`, { decision: 'accept', word });
    expect(settled.json()).toMatchObject({ status: 400, errors: [{ path: 'word', code }] });
    const window = { from: '2026-09-10T00:00:00+08:00', to: '2026-09-11T00:00:00+08:00' };
    const offered = await editor.ask('POST', 'devices/pairings', { name: word, events: ['e'], ...window });
    expect(offered.json()).toMatchObject({ status: 400, errors: [{ path: 'name', code }] });
    expect(await textOf('scan_settlement')).toBe('[]');
    expect(await textOf('door_pairing')).toBe('[]');
  });
});
