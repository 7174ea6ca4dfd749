/** A server with something of everything, on which the fuzz test finds what each good body names, before each of them. */
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { ENDPOINTS } from '../../domain/api/table';
import { SIGN_UP_FORMS } from '../../domain/event/event';
import {
  NewInvitationSchema,
  NewResetSchema,
  NewTokenSchema,
  PairingSchema,
  PhonesSchema,
  SecondFactorSchema,
} from '../../domain/organisation/member';
import { ReportReceiptSchema } from '../../domain/report-fee/report';
import { campaignDraft } from '../db/campaign-draft-schema';
import { organisation } from '../db/organisation-schema';
import { report } from '../db/report-schema';
import { campaign, programmeItem } from '../db/schema';
import type { MessageTemplate } from '../notices/templates';
import { makeFreshApp, openTestDatabase, TOKEN } from './app';
import { OPEN, SIGN_UP } from './content';
import type { Engine } from './database';
import { deskOf } from './desk';
import { newDevice, offerCode } from './door';
import { type FakeWechat, startFakeWechat } from './fake-wechat';
import type { FuzzBody } from './fuzz-bodies';
import { asFile, type GoodBodies, goodBodies, type NamedByBodies, SCANS, WINDOW } from './good-bodies';
import { NEXT_CAMPAIGN, PROGRAMME_OF_NEXT } from './next-campaign';
import { newParticipant } from './participants';
import { type PublishedSchemas, publishedSchemas } from './published-schemas';
import { isWriting, type Route, routesOf } from './routes';
import { invitationTo, newMember, newOrganisation, ORIGIN } from './staff';

const TEMPLATES: readonly MessageTemplate[] = [{ id: 'news', kinds: ['changed'], fields: { thing1: 'title' } }];

interface FuzzAnswer {
  readonly status: number;
  readonly text: string;
  readonly isTaken: boolean;
  /** Of this process, for this request. */
  readonly cpuMs: number;
}

export interface FuzzFixture {
  readonly wechat: FakeWechat;
  /** Those that write. */
  readonly routes: readonly Route[];
  readonly published: PublishedSchemas;
  readonly good: GoodBodies;
  /** An event that is there now. */
  readonly eventId: () => string;
  /** Makes what a good body of the route needs to be there; the id that its path names. */
  readonly prepare: (route: Route) => Promise<string>;
  /** As whoever may use the route. */
  readonly send: (route: Route, body: FuzzBody, id: string) => Promise<FuzzAnswer>;
  readonly close: () => Promise<void>;
}

const isStaffs = ({ access }: Route): boolean => access === 'staff' || access.includes(':');

/** A new draft is version 1. */
const isSaved = ({ method, path }: Route): boolean =>
  path.endsWith(':org/events/:id') && (method === 'PUT' || method === 'DELETE');

export async function openFuzzFixture(engine: Engine): Promise<FuzzFixture> {
  const database = await openTestDatabase(engine);
  const { db } = database;
  const wechat = await startFakeWechat();
  const config = { wechat: wechat.config, messageTemplates: TEMPLATES };
  const at = await makeFreshApp(database, { now: () => OPEN, config });
  for (const form of SIGN_UP_FORMS) await at.publish(form, { signUp: { ...SIGN_UP, form, capacity: 100_000 } });
  let person = await newParticipant(at);
  const org = await newOrganisation(db, '540100');
  const below = await newOrganisation(db, '540102');
  // Somebody above, so that there is whom to ask.
  await newOrganisation(db, '540000');
  const named: NamedByBodies = {
    staff: await newMember(at, db, org, 'admin', { now: OPEN }),
    secret: '',
    pairing: { code: '', number: '' },
    handedIn: { version: 1, hash: 'a'.repeat(64), of: '' },
    pairingCode: '',
  };
  let [eventId, invitation, reset, edits] = ['', '', '', 0];
  await deskOf(named.staff, org).create('held', { signUp: SIGN_UP });
  await deskOf(named.staff, org).post('held', 'publish');
  let device = await newDevice(at, deskOf(named.staff, org), ['held'], WINDOW);

  const newEvent = async (): Promise<void> => {
    eventId = `event-${randomUUID()}`;
    await at.publish(eventId);
  };

  const newStaff = async (): Promise<void> => {
    named.staff = await newMember(at, db, org, 'admin', { now: OPEN });
    invitation = await invitationTo(db, org, 'admin', { now: OPEN });
  };

  const newReset = async (): Promise<void> => {
    const { id } = await newMember(at, db, org, 'viewer', { now: OPEN });
    const answer = await named.staff.ask('POST', `organisations/${org}/members/${id}/reset`);
    reset = v.parse(NewResetSchema, answer.json()).token;
  };

  /** An event of the organisation, or of the one below that a superior decides on, as the act finds it. */
  const prepareEvent = async (path: string): Promise<string> => {
    const isDecision = /approve|return|suspend|resume/.test(path);
    const owner = isDecision ? below : org;
    const author = isDecision ? await newMember(at, db, below, 'editor', { now: OPEN }) : named.staff;
    const desk = deskOf(author, owner);
    const id = `draft-${randomUUID()}`;
    await desk.create(id, { signUp: SIGN_UP });
    if (/withdraw|approve|return/.test(path)) await desk.post(id, 'submit');
    if (/suspend|resume|cancel|export/.test(path)) await desk.post(id, 'publish');
    return id;
  };

  const prepareCampaign = async (path: string): Promise<string> => {
    const draft = { id: '2027', content: NEXT_CAMPAIGN, items: [], changedAt: OPEN };
    const items = path.endsWith('/open') ? PROGRAMME_OF_NEXT : [];
    await db
      .insert(campaignDraft)
      .values({ ...draft, items })
      .onConflictDoUpdate({ target: campaignDraft.id, set: { items } });
    return '2027';
  };
  /** The campaign of the other tests is open again. */
  const undoOpening = async (): Promise<void> => {
    await db.delete(programmeItem).where(eq(programmeItem.campaignId, '2027'));
    await db.delete(campaign).where(eq(campaign.id, '2027'));
    await db.update(campaign).set({ state: 'open' }).where(eq(campaign.id, 'open'));
  };

  /** The organisation's own as a draft, or handed in where that is what is taken back; another's for a superior. */
  const prepareSummary = async (path: string): Promise<void> => {
    const stateOf = (answer: { json: () => unknown }) =>
      v.parse(v.object({ edits: v.number(), version: v.number(), hash: v.nullable(v.string()) }), answer.json());
    if (path.includes(':below')) {
      const of = await newOrganisation(db, '540103');
      const author = deskOf(await newMember(at, db, of, 'editor', { now: OPEN }), of);
      named.handedIn = { version: 1, hash: 'a'.repeat(64), of };
      if (path.endsWith('received')) return;
      const { version, hash } = stateOf(await author.ask('POST', 'summaries/open/submit'));
      named.handedIn = { of, version, hash: hash ?? '' };
      return;
    }
    const desk = deskOf(named.staff, org);
    await desk.ask('POST', `summaries/open/${path.endsWith('withdraw') ? 'submit' : 'withdraw'}`);
    ({ edits } = stateOf(await desk.ask('GET', 'summaries/open')));
  };

  /** Its id, where an organisation reads it; else its receipt. */
  const prepareReport = async (isOrganisations: boolean): Promise<string> => {
    const id = randomUUID();
    const payload = { id, kind: 'feedback', what: '字太小' };
    const answer = await at.ask({ method: 'POST', url: '/api/v1/reports', payload });
    if (!isOrganisations) return v.parse(ReportReceiptSchema, answer.json()).receipt;
    await db
      .update(report)
      .set({ recipients: [org] })
      .where(eq(report.id, id));
    return id;
  };

  const prepare = async (route: Route): Promise<string> => {
    await newStaff();
    if (route.path.includes('password-resets')) {
      await newReset();
      return '';
    }
    const made = async (path: string, body?: object): Promise<unknown> =>
      (await named.staff.ask('POST', path, body)).json();
    if (route.path.includes('second-factor/confirm')) {
      ({ secret: named.secret } = v.parse(SecondFactorSchema, await made('staff/second-factor')));
    }
    if (/phone/.test(route.path)) {
      const { code, number } = v.parse(PairingSchema, await made('staff/phones'));
      named.pairing = { code, number };
      if (!route.path.endsWith('phones/:id')) return '';
      await person.ask('POST', 'phone-bindings', { ...named.pairing, name: '手机' });
      const { phones } = v.parse(PhonesSchema, (await named.staff.ask('GET', 'staff/phones')).json());
      return phones[0]?.id ?? '';
    }
    if (route.path.includes('staff/sessions/:id')) {
      const answer = (await named.staff.ask('GET', 'staff/sessions')).json() as { sessions: { id: string }[] };
      return answer.sessions[0]?.id ?? '';
    }
    if (route.path.includes('members/:id')) return (await newMember(at, db, org, 'viewer', { now: OPEN })).id;
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
    await db.update(organisation).set({ region }).where(eq(organisation.id, org));
    if (isCampaign) return prepareCampaign(route.path);
    if (route.path.includes('summaries/')) await prepareSummary(route.path);
    const desk = deskOf(named.staff, org);
    if (route.path.endsWith('v1/devices')) named.pairingCode = await offerCode(desk, ['held'], WINDOW);
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
  const send = async (route: Route, { contentType, payload }: FuzzBody, id: string): Promise<FuzzAnswer> => {
    const tokens: Readonly<Record<string, string>> = { publisher: TOKEN, device: device.token };
    const token = tokens[route.access] ?? person.token;
    const who = isStaffs(route) ? { origin: ORIGIN, cookie: named.staff.cookie } : { authorization: `Bearer ${token}` };
    const began = process.cpuUsage();
    const answer = await at.app.inject({
      method: route.method as 'POST',
      url: route.path
        .replace(/:(id|receipt)/, id)
        .replace(':org', org)
        .replace(':campaign', 'open')
        .replace(':below', named.handedIn.of)
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
      device = await newDevice(at, deskOf(named.staff, org), ['held'], WINDOW);
      named.pairingCode = await offerCode(deskOf(named.staff, org), ['held'], WINDOW);
    }
    // A new one for what is gone, or can be done once only.
    if (isTaken && /sign-ups$|sign-ups\/:id$|me$|current$/.test(route.path)) person = await newParticipant(at);
    if (isTaken && route.path.endsWith('campaigns/:id/open')) await undoOpening();
    if (isTaken && route.access === 'publisher') await newEvent();
    if (isTaken && (isStaffs(route) || route.path.includes('invitations'))) await newStaff();
    if (isTaken && route.path.includes('password-resets')) await newReset();
    return { status: answer.statusCode, text: answer.body, isTaken, cpuMs: (user + system) / 1_000 };
  };

  await newStaff();
  await newEvent();
  return {
    wechat,
    routes: routesOf(at.app).filter(isWriting),
    published: await publishedSchemas(at.app),
    good: goodBodies(named),
    eventId: () => eventId,
    prepare,
    send,
    close: async () => {
      await at.app.close();
      await wechat.close();
      await database.closeAndRemove();
    },
  };
}
