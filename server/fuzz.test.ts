import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { TOTP } from 'otpauth';
import * as v from 'valibot';
import { SIGN_UP_FORMS } from '../domain/event/event';
import {
  NewInvitationSchema,
  NewResetSchema,
  NewTokenSchema,
  PairingSchema,
  PhonesSchema,
  SecondFactorSchema,
} from '../domain/organisation/member';
import { eq } from 'drizzle-orm';
import { ENDPOINTS } from '../domain/api/table';
import { ReportReceiptSchema } from '../domain/report-fee/report';
import { campaignDraft } from './db/campaign-draft-schema';
import { organisation } from './db/organisation-schema';
import { report } from './db/report-schema';
import { campaign, programmeItem } from './db/schema';
import { COLUMNS } from '../domain/event-import/columns';
import type { MessageTemplate } from './notices/templates';
import { makeFreshApp, openTestDatabase, SLOW_MS, TOKEN, type OpenTestDatabase, type TestApp } from './testing/app';
import { bodyOf, OPEN, SIGN_UP } from './testing/content';
import { ENGINES } from './testing/database';
import { deskOf } from './testing/desk';
import { newDevice, offerCode, type TestDevice } from './testing/door';
import { FILLED } from './testing/forms';
import { itemsFile, NEXT_CAMPAIGN, PROGRAMME_OF_NEXT } from './testing/next-campaign';
import { type FuzzBody, fuzzBodies, fuzzParts, OVERSIZED, REFUSED_BODIES } from './testing/fuzz-bodies';
import { newParticipant, type Participant } from './testing/participants';
import { invitationTo, newMember, newOrganisation, ORIGIN, PASSWORD, type StaffClient } from './testing/staff';
import { isWriting, nameOf, type Route, routesOf } from './testing/routes';
import { type PublishedSchemas, publishedSchemas } from './testing/published-schemas';
import { startFakeWechat, type FakeWechat } from './testing/fake-wechat';
import { randomOfRun } from './testing/seeded-random';

/** In all. More by hand: `FUZZ_BODIES=20000 npx jest --selectProjects server --testPathPatterns fuzz`. */
const BODIES = Number(process.env.FUZZ_BODIES ?? 2_000);
/** Of this process's own time: a busy machine spends none of it. */
const MOST_CPU_MS = 1_000;
const TEST_MS = 3_600_000;
const random = randomOfRun('hostile bodies');
const TEMPLATES: readonly MessageTemplate[] = [{ id: 'news', kinds: ['changed'], fields: { thing1: 'title' } }];

/** The id of an event that is there. */
const OWN_ID: fc.Arbitrary<string | null> = fc.constant(null);

const WINDOW = { from: '2026-09-01T00:00:00+08:00', to: '2026-09-11T00:00:00+08:00' };
const SCAN = { event: 'held', at: '2026-09-02T08:00:00+08:00', offline: true };
const SCANS = {
  enter: { ...SCAN, id: randomUUID(), kind: 'enter', seats: 1, ticket: 'ABCDEFGHJK' },
  manual: { ...SCAN, id: randomUUID(), kind: 'manual', seats: 2, signUpId: randomUUID() },
  walkIn: { ...SCAN, id: randomUUID(), kind: 'walk-in', seats: 3 },
  paper: { ...SCAN, id: randomUUID(), kind: 'paper', seats: 0 },
  undo: { ...SCAN, id: randomUUID(), kind: 'undo', undoes: randomUUID() },
};

/** Of the fixture that the bodies name; made anew for each test of a good body. */
let staff: StaffClient;
let secret = '';
let pairing = { code: '', number: '' };
/** What a superior saw of the summary below. */
let handedIn = { version: 1, hash: 'a'.repeat(64), of: '' };
let edits = 0;
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const CASE = { title: '开放日', body: '', paragraph: '测试〔2026〕1号 一', events: [], visibility: 'public' };
let pairingCode = '';
let device: TestDevice;

const codeOf = (base32: string): string =>
  base32 === '' ? '000000' : new TOTP({ secret: base32, period: 30 }).generate({ timestamp: OPEN });

/** Bodies that the routes take, to be spoilt; `[undefined]` where none is read. A writing route must stand here. */
const GOOD: Readonly<Record<string, () => readonly unknown[]>> = {
  'POST /api/v1/sessions': () => [{ kind: 'device' }, { kind: 'wechat', code: 'code' }],
  'DELETE /api/v1/sessions/current': () => [undefined],
  'POST /api/v1/sign-ups': () =>
    SIGN_UP_FORMS.map((kind) => ({ id: randomUUID(), eventId: kind, consent: '1', form: FILLED[kind] })),
  'PATCH /api/v1/sign-ups/:id': () => [{ consent: '1', form: { ...FILLED.visit, partySize: 1 } }],
  // The same as PATCH, which `wx.request` does not have.
  'POST /api/v1/sign-ups/:id': () => [{ consent: '1', form: { ...FILLED.visit, partySize: 1 } }],
  'POST /api/v1/sign-ups/:id/cancel': () => [undefined],
  'POST /api/v1/inbox/read': () => [{ upTo: 0 }],
  'POST /api/v1/messages/grants': () => [{ templates: ['news'] }],
  'DELETE /api/v1/me': () => [undefined],
  'PUT /api/v1/events/:id': () => [bodyOf({ signUp: SIGN_UP }), bodyOf()],
  'POST /api/v1/events/:id/cancel': () => [{ reason: '大雪封路' }],
  'DELETE /api/v1/events/:id': () => [undefined],
  'POST /api/v1/staff/sessions': () => [{ login: staff.login, password: PASSWORD }],
  'DELETE /api/v1/staff/sessions/current': () => [undefined],
  'POST /api/v1/staff/proof': () => [{ password: PASSWORD }],
  'DELETE /api/v1/staff/sessions/:id': () => [undefined],
  'PUT /api/v1/staff/password': () => [{ password: PASSWORD, next: 'snow on the pass 9' }],
  'POST /api/v1/staff/second-factor': () => [undefined],
  'POST /api/v1/staff/second-factor/confirm': () => [{ code: codeOf(secret) }],
  'DELETE /api/v1/staff/second-factor': () => [undefined],
  'POST /api/v1/staff/phones': () => [undefined],
  'DELETE /api/v1/staff/phones/:id': () => [undefined],
  'POST /api/v1/invitations/:token/accept': () => [
    { name: '次仁', login: `m-${randomUUID().slice(0, 8)}`, password: PASSWORD },
  ],
  'POST /api/v1/password-resets/:token': () => [{ password: 'snow on the pass 9' }],
  'POST /api/v1/phone-bindings/offer': () => [{ code: pairing.code }],
  'POST /api/v1/phone-bindings': () => [{ ...pairing, name: '手机' }],
  'POST /api/v1/organisations/:org/organisations': () => [{ name: '检测所', region: '540102' }],
  'PATCH /api/v1/organisations/:org/settings': () => [{ approval: 'first' }],
  'PATCH /api/v1/organisations/:org/members/:id': () => [{ role: 'editor' }, { role: 'door', events: ['e'] }],
  'DELETE /api/v1/organisations/:org/members/:id': () => [undefined],
  'POST /api/v1/organisations/:org/members/:id/reset': () => [undefined],
  'POST /api/v1/organisations/:org/invitations': () => [{ role: 'editor' }, { role: 'door', events: ['e'] }],
  'DELETE /api/v1/organisations/:org/invitations/:id': () => [undefined],
  'POST /api/v1/organisations/:org/tokens': () => [{ name: '门户', scopes: ['publish', 'read'] }],
  'DELETE /api/v1/organisations/:org/tokens/:id': () => [undefined],
  'POST /api/v1/organisations/:org/events': () => [{ id: `draft-${randomUUID()}`, ...bodyOf({ signUp: SIGN_UP }) }],
  'PUT /api/v1/organisations/:org/events/:id': () => [bodyOf({ signUp: SIGN_UP, title: '改了' })],
  'DELETE /api/v1/organisations/:org/events/:id': () => [undefined],
  'POST /api/v1/organisations/:org/events/:id/publish': () => [undefined],
  'POST /api/v1/organisations/:org/events/:id/submit': () => [undefined],
  'POST /api/v1/organisations/:org/events/:id/withdraw': () => [undefined],
  'POST /api/v1/organisations/:org/events/:id/approve': () => [{ rev: 2 }],
  'POST /api/v1/organisations/:org/events/:id/return': () => [{ rev: 2, reason: '请补充地址' }],
  'POST /api/v1/organisations/:org/events/:id/suspend': () => [{ reason: '反映收费' }],
  'POST /api/v1/organisations/:org/events/:id/resume': () => [{}],
  'POST /api/v1/organisations/:org/events/:id/cancel': () => [{ reason: '大雪封路' }],
  'POST /api/v1/organisations/:org/events/:id/clone': () => [{ dates: ['2026-09-12', '2026-09-13'] }],
  'POST /api/v1/organisations/:org/events/:id/roster/export': () => [{ columns: ['name', 'seats'], purpose: 'entry' }],
  'PUT /api/v1/organisations/:org/summaries/:campaign': () => [
    { texts: { measures: '进社区' }, hand: { leaflets: 3 }, cases: [CASE] },
  ],
  'POST /api/v1/organisations/:org/summaries/:campaign/submit': () => [undefined],
  'POST /api/v1/organisations/:org/summaries/:campaign/withdraw': () => [undefined],
  'POST /api/v1/organisations/:org/summaries/:campaign/pictures': () => [undefined],
  'POST /api/v1/organisations/:org/summaries/:campaign/below/:below/accept': () => [
    { version: handedIn.version, hash: handedIn.hash },
  ],
  'POST /api/v1/organisations/:org/summaries/:campaign/below/:below/return': () => [
    { version: handedIn.version, reason: '请补充' },
  ],
  'POST /api/v1/organisations/:org/summaries/:campaign/below/:below/received': () => [
    { on: '2026-09-01', who: '卓玛' },
  ],
  'DELETE /api/v1/organisations/:org/summaries/:campaign/below/:below/received': () => [undefined],
  'POST /api/v1/devices': () => [{ code: pairingCode }],
  'DELETE /api/v1/devices/current': () => [undefined],
  'POST /api/v1/door/scans': () => [{ scans: [SCANS.enter], unsent: 0 }, { scans: Object.values(SCANS) }],
  'POST /api/v1/organisations/:org/devices/pairings': () => [{ name: '东门', events: ['held'], ...WINDOW }],
  'DELETE /api/v1/organisations/:org/devices': () => [undefined],
  'DELETE /api/v1/organisations/:org/devices/:id': () => [undefined],
  'POST /api/v1/organisations/:org/devices/:id/agree': () => [undefined],
  'POST /api/v1/organisations/:org/events/:id/scans': () => [{ scans: Object.values(SCANS) }],
  'POST /api/v1/organisations/:org/events/:id/scans/:scan/settle': () => [
    { decision: 'accept' },
    { decision: 'void', word: '重复' },
  ],
  'POST /api/v1/reports': () => [
    { id: randomUUID(), kind: 'fee', event: 'visit', what: '收取资料费', sum: 50, contact: '13800138000' },
    { kind: 'feedback', what: '字太小' },
  ],
  'POST /api/v1/reports/:receipt': () => [{ state: 'checking', words: '正在联系' }],
  'POST /api/v1/organisations/:org/reports/:id': () => [{ state: 'handled', words: '已退费' }],
  'PUT /api/v1/organisations/:org/campaigns/:id': () => [NEXT_CAMPAIGN],
  'POST /api/v1/organisations/:org/campaigns/:id/open': () => [{}],
  'POST /api/v1/organisations/:org/campaigns/:id/items': () => [undefined],
  // A file; see `asFile`.
  'POST /api/v1/organisations/:org/imports': () => [undefined],
  'POST /api/v1/organisations/:org/imports/:id/apply': () => [{ onlyGood: true }],
};

describe.each(ENGINES)('hostile bodies on %s', (engine) => {
  let database: OpenTestDatabase;
  let wechat: FakeWechat;
  let at: TestApp;
  let person: Participant;
  let routes: readonly Route[];
  let eventId: string;
  let org: string;
  let published: PublishedSchemas;
  let invitation: string;
  let reset: string;
  let below: string;
  beforeAll(async () => {
    database = await openTestDatabase(engine);
    wechat = await startFakeWechat();
    const config = { wechat: wechat.config, messageTemplates: TEMPLATES };
    at = await makeFreshApp(database, { now: () => OPEN, config });
    for (const form of SIGN_UP_FORMS) await at.publish(form, { signUp: { ...SIGN_UP, form, capacity: 100_000 } });
    person = await newParticipant(at);
    org = await newOrganisation(database.db, '540100');
    below = await newOrganisation(database.db, '540102');
    // Somebody above, so that there is whom to ask.
    await newOrganisation(database.db, '540000');
    await newStaff();
    await newEvent();
    await deskOf(staff, org).create('held', { signUp: SIGN_UP });
    await deskOf(staff, org).post('held', 'publish');
    device = await newDevice(at, deskOf(staff, org), ['held'], WINDOW);
    routes = routesOf(at.app).filter(isWriting);
    published = await publishedSchemas(at.app);
  }, SLOW_MS);
  afterAll(async () => {
    await at.app.close();
    await wechat.close();
    await database.closeAndRemove();
  }, SLOW_MS);

  const newEvent = async (): Promise<void> => {
    eventId = `event-${randomUUID()}`;
    expect((await at.publish(eventId)).status).toBe(201);
  };

  const newStaff = async (): Promise<void> => {
    staff = await newMember(at, database.db, org, 'admin', { now: OPEN });
    invitation = await invitationTo(database.db, org, 'admin', { now: OPEN });
  };

  const newReset = async (): Promise<void> => {
    const { id } = await newMember(at, database.db, org, 'viewer', { now: OPEN });
    const answer = await staff.ask('POST', `organisations/${org}/members/${id}/reset`);
    reset = v.parse(NewResetSchema, answer.json()).token;
  };

  /** An event of the organisation, or of the one below that a superior decides on, as the act finds it. */
  const prepareEvent = async (path: string): Promise<string> => {
    const isDecision = /approve|return|suspend|resume/.test(path);
    const owner = isDecision ? below : org;
    const author = isDecision ? await newMember(at, database.db, below, 'editor', { now: OPEN }) : staff;
    const desk = deskOf(author, owner);
    const id = `draft-${randomUUID()}`;
    expect((await desk.create(id, { signUp: SIGN_UP })).status).toBe(201);
    if (/withdraw|approve|return/.test(path)) expect((await desk.post(id, 'submit')).status).toBe(200);
    if (/suspend|resume|cancel|export/.test(path)) expect((await desk.post(id, 'publish')).status).toBe(200);
    return id;
  };

  /** A file with the heading alone. */
  const asFile = (): FuzzBody => {
    const csv = `${Object.values(COLUMNS)
      .map(({ title }) => title)
      .join(',')}\r\n`;
    const head = 'content-disposition: form-data; name="file"; filename="events.csv"\r\ncontent-type: text/csv';
    return {
      contentType: 'multipart/form-data; boundary=x',
      payload: Buffer.from(`--x\r\n${head}\r\n\r\n${csv}\r\n--x--\r\n`),
    };
  };

  const fileFor = ({ path }: Route): FuzzBody | null => {
    if (path.endsWith('/items')) return itemsFile();
    if (path.endsWith('/pictures')) return asPicture();
    return path.endsWith('/imports') ? asFile() : null;
  };

  const prepareCampaign = async (path: string): Promise<string> => {
    const draft = { id: '2027', content: NEXT_CAMPAIGN, items: [], changedAt: OPEN };
    const items = path.endsWith('/open') ? PROGRAMME_OF_NEXT : [];
    await database.db
      .insert(campaignDraft)
      .values({ ...draft, items })
      .onConflictDoUpdate({ target: campaignDraft.id, set: { items } });
    return '2027';
  };
  /** The campaign of the other tests is open again. */
  const undoOpening = async (): Promise<void> => {
    await database.db.delete(programmeItem).where(eq(programmeItem.campaignId, '2027'));
    await database.db.delete(campaign).where(eq(campaign.id, '2027'));
    await database.db.update(campaign).set({ state: 'open' }).where(eq(campaign.id, 'open'));
  };

  const asPicture = (): FuzzBody => {
    const head = 'content-disposition: form-data; name="file"; filename="a.png"\r\ncontent-type: image/png';
    const parts = [Buffer.from(`--x\r\n${head}\r\n\r\n`), PICTURE, Buffer.from('\r\n--x--\r\n')];
    return { contentType: 'multipart/form-data; boundary=x', payload: Buffer.concat(parts) };
  };

  /** The organisation's own as a draft, or handed in where that is what is taken back; another's for a superior. */
  const prepareSummary = async (path: string): Promise<void> => {
    const stateOf = (answer: { json: () => unknown }) =>
      v.parse(v.object({ edits: v.number(), version: v.number(), hash: v.nullable(v.string()) }), answer.json());
    if (path.includes(':below')) {
      const of = await newOrganisation(database.db, '540103');
      const author = deskOf(await newMember(at, database.db, of, 'editor', { now: OPEN }), of);
      handedIn = { version: 1, hash: 'a'.repeat(64), of };
      if (path.endsWith('received')) return;
      const { version, hash } = stateOf(await author.ask('POST', 'summaries/open/submit'));
      handedIn = { of, version, hash: hash ?? '' };
      return;
    }
    const desk = deskOf(staff, org);
    await desk.ask('POST', `summaries/open/${path.endsWith('withdraw') ? 'submit' : 'withdraw'}`);
    ({ edits } = stateOf(await desk.ask('GET', 'summaries/open')));
  };

  /** Its id, where an organisation reads it; else its receipt. */
  const prepareReport = async (isOrganisations: boolean): Promise<string> => {
    const id = randomUUID();
    const payload = { id, kind: 'feedback', what: '字太小' };
    const answer = await at.ask({ method: 'POST', url: '/api/v1/reports', payload });
    if (!isOrganisations) return v.parse(ReportReceiptSchema, answer.json()).receipt;
    await database.db
      .update(report)
      .set({ recipients: [org] })
      .where(eq(report.id, id));
    return id;
  };

  /** What a good body of the route needs to be there; the id that its path names. */
  const prepare = async (route: Route): Promise<string> => {
    await newStaff();
    if (route.path.includes('password-resets')) {
      await newReset();
      return '';
    }
    const made = async (path: string, body?: object): Promise<unknown> => (await staff.ask('POST', path, body)).json();
    if (route.path.includes('second-factor/confirm')) {
      ({ secret } = v.parse(SecondFactorSchema, await made('staff/second-factor')));
    }
    if (/phone/.test(route.path)) {
      const { code, number } = v.parse(PairingSchema, await made('staff/phones'));
      pairing = { code, number };
      if (!route.path.endsWith('phones/:id')) return '';
      await person.ask('POST', 'phone-bindings', { ...pairing, name: '手机' });
      const { phones } = v.parse(PhonesSchema, (await staff.ask('GET', 'staff/phones')).json());
      return phones[0]?.id ?? '';
    }
    if (route.path.includes('staff/sessions/:id')) {
      const answer = (await staff.ask('GET', 'staff/sessions')).json() as { sessions: { id: string }[] };
      return answer.sessions[0]?.id ?? '';
    }
    if (route.path.includes('members/:id')) return (await newMember(at, database.db, org, 'viewer', { now: OPEN })).id;
    if (route.path.includes('invitations/:id')) {
      return v.parse(NewInvitationSchema, await made(`organisations/${org}/invitations`, { role: 'viewer' })).id;
    }
    if (route.path.includes('tokens/:id')) {
      return v.parse(NewTokenSchema, await made(`organisations/${org}/tokens`, { name: '门户', scopes: ['read'] })).id;
    }
    if (route.path.includes('imports/:id')) {
      const upload = ENDPOINTS.find(({ method, path }) => method === 'POST' && path.endsWith('/imports'));
      const { text } = await send({ ...route, path: upload?.path ?? '' }, asFile(), '');
      return (JSON.parse(text) as { id: string }).id;
    }
    const isCampaign = route.path.includes('campaigns/:id');
    // A top organisation alone makes a campaign.
    const region = isCampaign ? '540000' : '540100';
    await database.db.update(organisation).set({ region }).where(eq(organisation.id, org));
    if (isCampaign) return prepareCampaign(route.path);
    if (route.path.includes('summaries/')) await prepareSummary(route.path);
    const desk = deskOf(staff, org);
    if (route.path.endsWith('v1/devices')) pairingCode = await offerCode(desk, ['held'], WINDOW);
    if (/devices\/:id|devices\/current/.test(route.path)) device = await newDevice(at, desk, ['held'], WINDOW);
    if (route.path.includes('devices/:id')) return device.id;
    if (route.path.includes('/scans')) {
      await device.send([SCANS.enter]);
      return 'held';
    }
    if (/reports\/:/.test(route.path)) return prepareReport(route.path.includes(':org'));
    if (route.path.includes('events/:id') && route.path.includes(':org')) return prepareEvent(route.path);
    if (route.path.includes('sign-ups/:id')) return (await person.signUp('visit')).id;
    return eventId;
  };
  const isStaffs = ({ access }: Route): boolean => access === 'staff' || access.includes(':');

  /** A new draft is version 1. */
  const isSaved = ({ method, path }: Route): boolean =>
    path.endsWith(':org/events/:id') && (method === 'PUT' || method === 'DELETE');

  const send = async (route: Route, { contentType, payload }: FuzzBody, id: string) => {
    const tokens: Readonly<Record<string, string>> = { publisher: TOKEN, device: device.token };
    const token = tokens[route.access] ?? person.token;
    const who = isStaffs(route) ? { origin: ORIGIN, cookie: staff.cookie } : { authorization: `Bearer ${token}` };
    const began = process.cpuUsage();
    const answer = await at.app.inject({
      method: route.method as 'POST',
      url: route.path
        .replace(/:(id|receipt)/, id)
        .replace(':org', org)
        .replace(':campaign', 'open')
        .replace(':below', handedIn.of)
        .replace(':token', route.path.includes('password-resets') ? reset : invitation)
        .replace(':scan', SCANS.enter.id),
      headers: {
        ...who,
        ...(isSaved(route) && { 'if-match': '"1"' }),
        ...(route.path.endsWith(':campaign') && { 'if-match': `"${edits}"` }),
        ...(contentType !== null && { 'content-type': contentType }),
      },
      payload,
    });
    const { user, system } = process.cpuUsage(began);
    const isTaken = answer.statusCode < 300;
    if (isTaken && /devices/.test(route.path)) {
      await newStaff();
      device = await newDevice(at, deskOf(staff, org), ['held'], WINDOW);
      pairingCode = await offerCode(deskOf(staff, org), ['held'], WINDOW);
    }
    // A new one for what is gone, or can be done once only.
    if (isTaken && /sign-ups$|sign-ups\/:id$|me$|current$/.test(route.path)) person = await newParticipant(at);
    if (isTaken && route.path.endsWith('campaigns/:id/open')) await undoOpening();
    if (isTaken && route.access === 'publisher') await newEvent();
    if (isTaken && (isStaffs(route) || route.path.includes('invitations'))) await newStaff();
    if (isTaken && route.path.includes('password-resets')) await newReset();
    return { status: answer.statusCode, text: answer.body, isTaken, cpuMs: (user + system) / 1_000 };
  };
  const json = (body: unknown): FuzzBody => ({
    contentType: body === undefined ? null : 'application/json',
    payload: Buffer.from(body === undefined ? '' : JSON.stringify(body)),
  });

  test('the published schema of a sign-up refuses one without an event', () => {
    const route = routes.find((each) => nameOf(each) === 'POST /api/v1/sign-ups');
    const body = Buffer.from(JSON.stringify({ id: randomUUID(), consent: '1', form: {} }));
    const wrong = route && published.wrongInBody(route, body);
    expect(wrong?.map(({ params }) => params)).toEqual([{ missingProperty: 'eventId' }]);
  });

  test('the writing routes are these, and take what they should', async () => {
    expect(routes.map(nameOf).sort()).toEqual(Object.keys(GOOD).sort());
    wechat.codes.set('code', 'openid');
    for (const route of routes) {
      const id = await prepare(route);
      for (const body of GOOD[nameOf(route)]?.() ?? []) {
        const sent = fileFor(route) ?? json(body);
        const { status, text, isTaken } = await send(route, sent, id);
        expect([nameOf(route), isTaken ? 'taken' : text]).toEqual([nameOf(route), 'taken']);
        expect([nameOf(route), published.wrongInAnswer(route, status, text)]).toEqual([nameOf(route), []]);
      }
    }
  });

  test('a body that is broken, too large or of an unknown kind is refused as such', async () => {
    for (const route of routes.filter((each) => GOOD[nameOf(each)]?.()[0] !== undefined)) {
      for (const [status, body] of REFUSED_BODIES)
        expect([nameOf(route), (await send(route, body, eventId)).status]).toEqual([nameOf(route), status]);
    }
  });

  test(
    'no 5xx, no accepted nonsense, nothing slow',
    async () => {
      const seed = random(0, 2 ** 31);
      const runs = Math.ceil(BODIES / ENGINES.length / routes.length);
      const seen = new Map<number, number>();
      for (const route of routes) {
        const made = route.path.includes('sign-ups') ? eventId : await prepare(route);
        const own = /:org\/(events|devices)\/:id|imports\/:id/.test(route.path) ? made : null;
        const ids = fc.oneof({ weight: 3, arbitrary: OWN_ID }, fuzzParts);
        const bodies = fc.oneof(...(GOOD[nameOf(route)]?.() ?? []).map((good) => fuzzBodies(good)));
        const property = fc.asyncProperty(bodies, route.path.includes(':id') ? ids : OWN_ID, async (body, id) => {
          const first = await send(route, body, id ?? own ?? eventId);
          seen.set(first.status, (seen.get(first.status) ?? 0) + 1);
          expect(first.status).toBeLessThan(500);
          if (first.isTaken) {
            expect(published.wrongInBody(route, body.payload)).toEqual([]);
            expect(published.wrongInAnswer(route, first.status, first.text)).toEqual([]);
          } else expect(first.text).toContain('"code"');
          // The collector may run during one of them; a body that is slow is slow each time.
          let { cpuMs } = first;
          for (let again = 0; cpuMs > MOST_CPU_MS && again < 3; again += 1)
            ({ cpuMs } = await send(route, body, id ?? own ?? eventId));
          expect(cpuMs).toBeLessThan(MOST_CPU_MS);
        });
        await fc.assert(property, { numRuns: runs, seed, examples: [[OVERSIZED, null]] });
      }
      if (process.env.FUZZ_BODIES) console.log(engine, Object.fromEntries(seen));
    },
    TEST_MS,
  );
});
