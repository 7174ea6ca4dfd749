import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { LATE_UPLOAD_MS } from '../../domain/check-in/device';
import { lookUp, openPack } from '../../domain/check-in/pack';
import { SignUpAnswerSchema, type SignUp } from '../../domain/sign-up/sign-up';
import { DAY_MS, formatInstant, MINUTE_MS } from '../../domain/time/time';
import * as v from 'valibot';
import { readAttendance } from '../attendance/read-attendance';
import { audit } from '../db/audit-schema';
import { scan } from '../db/door-schema';
import { signUp } from '../db/account-schema';
import { jobsOf } from '../jobs/jobs';
import { runJob } from '../jobs/run-job';
import type { TestApp } from '../testing/app';
import { ENDS, OPEN, SIGN_UP, STARTS } from '../testing/content';
import { ENGINES } from '../testing/database';
import { type Desk, deskOf } from '../testing/desk';
import { newDevice, offerCode, scanOf, type TestDevice } from '../testing/door';
import type { Participant } from '../testing/participants';
import { newParticipants } from '../testing/sign-up-event';
import { newMember, newOrganisation } from '../testing/staff';
import { useTestServer } from '../testing/test-server';
import { serverCrypto } from './make-pack';

interface Live {
  readonly attendance: { readonly total: number } | null;
  readonly flags: readonly { readonly scan: string; readonly flags: readonly string[]; readonly settlement: unknown }[];
  readonly open: number;
}

describe.each(ENGINES)('facts of the door on %s', (engine) => {
  const testServer = useTestServer(engine);
  let at: TestApp;
  let now: number;
  let city: string;
  let editor: Desk;
  let device: TestDevice;
  let people: readonly [Participant, Participant, Participant, Participant];
  let wang: SignUp;
  const db = () => testServer.database.db;
  const ticketOf = (mine: SignUp): string => mine.ticket ?? '';
  const editorNow = async () => deskOf(await newMember(at, db(), city, 'editor', { now }), city);
  const live = async (): Promise<Live> => (await editor.ask('GET', 'events/e/scans')).json() as Live;

  beforeEach(async () => {
    now = OPEN;
    at = await testServer.openFresh({ now: () => now });
    city = await newOrganisation(db(), '540100');
    editor = await editorNow();
    for (const id of ['e', 'f']) {
      await editor.create(id, { signUp: { ...SIGN_UP, capacity: 4, maxParty: 4 } });
      await editor.post(id, 'publish');
    }
    people = await newParticipants(at);
    wang = await people[0].signUp('e', 3);
    device = await newDevice(at, editor, ['e', 'f']);
    now = STARTS;
    editor = await editorNow();
  });

  test('D1, no scan is changed or deleted, whoever tries', async () => {
    await device.scan({ ticket: ticketOf(wang) });
    for (const statement of [sql`update scan set seats = 0`, sql`delete from scan`, sql`truncate scan cascade`]) {
      await expect(db().execute(statement)).rejects.toThrow();
    }
    expect(await db().select().from(scan)).toHaveLength(1);
  });

  test('D2, a known id gets its stored verdict before anything else; another body under it is a conflict', async () => {
    const once = { id: randomUUID(), ticket: ticketOf(wang), seats: 3 };
    expect(await device.scan(once)).toMatchObject({ verdict: 'ok', seats: 3 });
    await editor.post('e', 'cancel', { reason: '停电' });
    expect(await device.scan(once)).toMatchObject({ verdict: 'ok', seats: 3 });
    expect(await device.scan({ ...once, offline: true })).toMatchObject({ verdict: 'ok', seats: 3 });
    expect(await device.scan({ ...once, seats: 2 })).toEqual({ id: once.id, code: 'scan-conflict' });
    expect(await device.scan({ ticket: ticketOf(wang) })).toMatchObject({ verdict: 'event-cancelled' });
  });

  test('D3, a ticket that was cancelled, one of another event, one that waits, one out of time', async () => {
    now = OPEN;
    const li = await people[1].signUp('f', 1);
    const gone = await people[2].signUp('e', 1);
    await people[2].cancel(gone.id);
    const full = await people[3].signUp('e', 4);
    expect(full).not.toHaveProperty('ticket');
    const [waiting] = await db().select({ ticket: signUp.ticket }).from(signUp).where(eq(signUp.id, full.id));
    const waitingTicket = waiting?.ticket ?? '';
    now = STARTS;
    const notConfirmed = { verdict: 'not-confirmed', name: expect.any(String) as string };
    expect(await device.scan({ ticket: ticketOf(gone) })).toMatchObject({ ...notConfirmed, status: 'cancelled' });
    expect(await device.scan({ ticket: waitingTicket })).toMatchObject({ ...notConfirmed, status: 'waitlisted' });
    expect(await device.scan({ ticket: waitingTicket, offline: true })).toMatchObject({ flags: ['after-cancel'] });
    const list = openPack(await device.pack());
    expect(lookUp(list, waitingTicket, serverCrypto).listed).toMatchObject({ seats: 4, status: 'waitlisted' });
    expect(lookUp(list, ticketOf(gone), serverCrypto).listed).toMatchObject({ status: 'cancelled' });
    expect(await device.scan({ ticket: ticketOf(li) })).toMatchObject({ verdict: 'other-event' });
    const byName = { kind: 'manual', signUpId: full.id };
    expect(await device.scan(byName)).toMatchObject({ verdict: 'not-confirmed' });
    now = ENDS + 61 * MINUTE_MS;
    const late = { ticket: ticketOf(wang), at: formatInstant(now) };
    expect(await device.scan(late)).toMatchObject({ verdict: 'wrong-time' });
    expect(await device.scan({ ...late, confirmed: true })).toMatchObject({ verdict: 'ok', flags: ['late'] });
  });

  test('D7, what was decided alone is never refused: each in its own answer, flagged', async () => {
    const ticket = ticketOf(wang);
    const items = [
      { ticket, seats: 3, offline: true },
      { ticket, seats: 1, offline: true },
      { ticket: 'ABCDEFGHJK', offline: true },
      { ticket, event: 'f', offline: true },
      { ticket, at: formatInstant(STARTS + DAY_MS), offline: true },
      { ticket, event: 'elsewhere', offline: true },
      { ticket, seats: 'three' },
      { kind: 'walk-in', seats: 2, offline: true },
    ];
    expect((await device.send(items)).map((each) => ('code' in each ? each.code : each.flags))).toEqual([
      ...[[], ['duplicate'], ['unverified'], ['wrong-event'], ['duplicate', 'late', 'clock-off']],
      ...['not-found', 'invalid-input', []],
    ]);
    expect((await live()).attendance).toMatchObject({ scanned: 3, walkIn: 2, total: 5 });
    expect((await device.upload(Array.from({ length: 51 }, () => ({ ticket })))).status).toBe(400);
  });

  test('D7, an editor settles a flag by a fact beside it, which stands in the log', async () => {
    const id = randomUUID();
    await device.scan({ id, ticket: 'ABCDEFGHJK', seats: 2, offline: true });
    expect(await live()).toMatchObject({ attendance: null, open: 1, flags: [{ scan: id, flags: ['unverified'] }] });
    const settle = (body: object) => editor.ask('POST', `events/e/scans/${id}/settle`, body);
    expect((await settle({ decision: 'void' })).json()).toMatchObject({ code: 'word-required' });
    expect((await settle({ decision: 'accept' })).json()).toMatchObject({ changed: true, attendance: { walkIn: 2 } });
    expect((await settle({ decision: 'accept' })).json()).toMatchObject({ changed: false });
    expect((await settle({ decision: 'void', word: '重复录入' })).json()).toEqual({ changed: true, attendance: null });
    expect(await live()).toMatchObject({ open: 0, flags: [{ scan: id, settlement: { decision: 'void' } }] });
    expect(await db().select().from(audit).where(eq(audit.act, 'scan-settled'))).toHaveLength(2);
  });

  test('D9, a code pairs once and within ten minutes; a device knows its own events and window only', async () => {
    const pair = (code: string) => at.ask({ method: 'POST', url: '/api/v1/devices', payload: { code } });
    const code = await offerCode(editor);
    expect((await pair(code.toLowerCase())).status).toBe(201);
    expect((await pair(code)).json()).toMatchObject({ status: 410, code: 'device-pairing-gone' });
    const old = await offerCode(editor);
    now += 10 * MINUTE_MS;
    expect((await pair(old)).status).toBe(410);
    expect((await device.ask('GET', 'door/pack?event=g')).status).toBe(404);
    now = STARTS + DAY_MS + 1;
    expect((await device.ask('GET', 'door/pack?event=e')).json()).toMatchObject({
      status: 403,
      code: 'outside-window',
    });
    expect(await device.scan({ ticket: ticketOf(wang) })).toMatchObject({ code: 'outside-window' });
    expect(await device.scan({ ticket: ticketOf(wang), offline: true })).toMatchObject({ verdict: 'ok' });
    now = STARTS + DAY_MS + LATE_UPLOAD_MS;
    expect((await device.upload([{ ticket: ticketOf(wang) }])).status).toBe(401);
  });

  test('D9, a revoked device hears it, and what it hands in is kept apart until an editor agrees', async () => {
    expect((await editor.ask('DELETE', `devices/${device.id}`)).status).toBe(204);
    for (const path of ['door/pack?event=e', 'door/events']) {
      expect((await device.ask('GET', path)).json()).toMatchObject({ status: 403, code: 'device-revoked' });
    }
    const answer = await device.upload([
      { ticket: ticketOf(wang), seats: 2, offline: true },
      { ticket: ticketOf(wang), seats: 1 },
    ]);
    expect(answer.json()).toMatchObject({
      ...{ revoked: true, results: [{ verdict: 'ok', flags: ['revoked'] }, { code: 'device-revoked' }] },
    });
    expect(await live()).toMatchObject({ attendance: null, open: 1 });
    const listed = (await editor.ask('GET', 'devices')).json();
    expect(listed).toMatchObject({ devices: [{ id: device.id, apart: 1, erased: true }] });
    expect((await editor.ask('POST', `devices/${device.id}/agree`)).json()).toEqual({ accepted: 1 });
    expect(await live()).toMatchObject({ attendance: { total: 2 }, open: 0 });
    now += LATE_UPLOAD_MS;
    expect((await device.upload([{ ticket: ticketOf(wang), offline: true }])).status).toBe(401);
  });

  test('D10, a rehearsal counts nothing; attendance is the same before and after erasure and purge', async () => {
    const rehearsed = { ticket: ticketOf(wang), seats: 3, rehearsal: true };
    expect(await device.scan(rehearsed)).toMatchObject({ verdict: 'ok', seats: 3 });
    expect(await live()).toMatchObject({ attendance: null, rehearsed: 3 });
    await device.send([
      { ticket: ticketOf(wang), seats: 2 },
      { kind: 'walk-in', seats: 4 },
    ]);
    const before = await readAttendance(db(), ['e', 'f']);
    expect(before.get('e')).toMatchObject({ scanned: 2, walkIn: 4, total: 6 });
    expect(before.get('f')).toBeNull();
    await people[0].ask('DELETE', 'me');
    expect(await db().select().from(signUp)).toEqual([]);
    now = ENDS + 40 * DAY_MS;
    for (const job of jobsOf([])) await runJob(db(), job, now);
    expect(await readAttendance(db(), ['e', 'f'])).toEqual(before);
  });

  test('D11, the ticket says 已到场, and nobody leaves once one of the party is in', async () => {
    now = STARTS - 60 * MINUTE_MS;
    const arrived = { ticket: ticketOf(wang), seats: 1, at: formatInstant(now) };
    expect(await device.scan(arrived)).toMatchObject({ verdict: 'ok', remaining: 2 });
    expect(await people[0].only()).toMatchObject({ status: 'confirmed', attendance: { seats: 1, at: now } });
    expect((await people[0].cancel(wang.id)).json()).toMatchObject({ status: 409, code: 'already-in' });
    const [entered] = await db().select().from(scan);
    await device.scan({ kind: 'undo', undoes: entered?.id, at: formatInstant(now) });
    const left = v.parse(SignUpAnswerSchema, (await people[0].cancel(wang.id)).json());
    expect(left.signUp.status).toBe('cancelled');
    expect(left.signUp.ticket).toBeUndefined();
  });

  test('a member enters by name and from paper; a superior sees counts alone, a viewer enters nothing', async () => {
    const door = deskOf(await newMember(at, db(), city, 'door', { now, events: ['e'] }), city);
    const region = await newOrganisation(db(), '540000');
    const above = deskOf(await newMember(at, db(), region, 'editor', { now }), region);
    const viewer = deskOf(await newMember(at, db(), city, 'viewer', { now }), city);
    const enter = (desk: Desk, change: object) =>
      desk.ask('POST', 'events/e/scans', { scans: [scanOf({ ticket: undefined, ...change })] });
    expect((await enter(door, { kind: 'manual', signUpId: wang.id, seats: 3 })).json()).toMatchObject({
      results: [{ verdict: 'ok', name: '王**', seats: 3 }],
    });
    expect((await enter(editor, { kind: 'paper', seats: 12 })).status).toBe(200);
    expect(await db().select().from(audit).where(eq(audit.act, 'paper-entered'))).toHaveLength(1);
    expect((await enter(viewer, { kind: 'walk-in' })).status).toBe(404);
    expect((await above.ask('GET', 'events/e/scans')).json()).toMatchObject({
      ...{ attendance: { total: 15 }, devices: [], flags: [] },
    });
    expect(await live()).toMatchObject({ attendance: { manual: 3, paper: 12, total: 15 } });
    expect((await editor.ask('GET', 'events/e/roster')).json()).toMatchObject({
      rows: [{ name: '王**', attended: 3, attendedAt: formatInstant(STARTS) }],
    });
  });
});
