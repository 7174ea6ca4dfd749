// The whole country on one server: 104,000 events of thousands of organisations, and one example of everything that a
// route can show. Each route is asked by somebody who has the right to it.
import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { CITIZEN } from '../domain/api/citizen';
import { DOOR } from '../domain/api/door';
import { type Access, type Endpoint, isAction } from '../domain/api/endpoint';
import { EVENTS } from '../domain/api/events';
import { FIGURES } from '../domain/api/figures';
import { OPERATIONS } from '../domain/api/operations';
import { REPORTS } from '../domain/api/reports';
import { STAFF } from '../domain/api/staff';
import { SYNDICATION } from '../domain/api/syndication';
import { MOST_SCANS } from '../domain/check-in/scan';
import { COLUMNS } from '../domain/event-import/columns';
import { NewResetSchema } from '../domain/organisation/member';
import { ReportReceiptSchema } from '../domain/report-fee/report';
import { SignUpAnswerSchema } from '../domain/sign-up/sign-up';
import { DAY_MS, formatInstant } from '../domain/time/time';
import { campaignDraft } from '../server/db/campaign-draft-schema';
import type { Database, Db } from '../server/db/database';
import { report } from '../server/db/report-schema';
import { ENCRYPTOR, makeApp, TOKEN, type TestApp } from '../server/testing/app';
import { bodyOf } from '../server/testing/content';
import { deskOf, type Desk } from '../server/testing/desk';
import { newDevice, seedParties } from '../server/testing/door';
import { NEXT_CAMPAIGN } from '../server/testing/next-campaign';
import { newParticipant } from '../server/testing/participants';
import { invitationTo, newMember, newOrganisation, type StaffClient } from '../server/testing/staff';
import { addOrganisations, COUNTIES, type Country, fillCountry } from './country';

const PARTIES = 3_000;
const SCANS = 1_000;
const OWN = 'own-event';
const IdSchema = v.object({ id: v.string() });
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** One request, and what it is called in a table. */
export interface Asked {
  readonly name: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Nation {
  readonly country: Country;
  /** Every way in which a bench asks an endpoint of the table, so that a new one is asked by itself. */
  readonly askedOf: (endpoint: Endpoint) => readonly Asked[];
}

const filePart = (name: string, type: string, bytes: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(
      `--x\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`,
    ),
    bytes,
    Buffer.from('\r\n--x--\r\n'),
  ]);
const MULTIPART = { 'content-type': 'multipart/form-data; boundary=x' };

/** An event of the organisation itself, with its people and their scans. */
async function addOwnEvent(at: TestApp, db: Db, desk: Desk, country: Country): Promise<string> {
  const day = (count: number): string => formatInstant(Date.now() + count * DAY_MS);
  const signUp = { form: 'visit', opensAt: day(-2), closesAt: day(0.9), capacity: 100_000, maxParty: 4 } as const;
  const when = { startsAt: day(1), endsAt: day(1.5), region: COUNTIES[5] ?? '' };
  const { campaignId: campaign, programmeId } = country;
  await desk.create(OWN, { ...bodyOf({ campaign, programmeId, signUp }), ...when });
  await desk.post(OWN, 'publish');
  const parties = await seedParties(db, ENCRYPTOR, Array<number>(PARTIES).fill(2), OWN);
  const device = await newDevice(at, desk, [OWN], { from: day(-1), to: day(3) });
  for (let from = 0; from < SCANS; from += MOST_SCANS) {
    const scans = parties.slice(from, from + MOST_SCANS).map(({ ticket }) => ({
      ...{
        id: randomUUID(),
        event: OWN,
        kind: 'enter',
        at: formatInstant(Date.now()),
        offline: false,
        seats: 1,
        ticket,
      },
    }));
    await device.upload(scans);
  }
  return device.token;
}

/** A summary that was handed in, with a picture: its id. */
async function addSummary(
  desk: Desk,
  member: StaffClient,
  org: string,
  { campaignId: campaign, paragraph }: Country,
): Promise<string> {
  const path = `organisations/${org}/summaries/${campaign}`;
  const picture = await member.ask(
    'POST',
    `${path}/pictures`,
    filePart('a.png', 'image/png', Buffer.from(PNG, 'base64')),
    MULTIPART,
  );
  const { id } = v.parse(IdSchema, picture.json());
  const texts = { measures: '进社区。\n'.repeat(100), results: '', problems: '', next: '' };
  const one = { title: '开放日', body: '', paragraph, events: [], visibility: 'superiors', pictures: [id] };
  const saved = await desk.ask(
    'PUT',
    `summaries/${campaign}`,
    { texts, hand: {}, cases: [one] },
    { 'if-match': '"0"' },
  );
  if (saved.status !== 200) throw new Error(`saving answered ${saved.status}: ${saved.text}`);
  const { edits } = v.parse(v.object({ edits: v.number() }), saved.json());
  const handed = await desk.ask('POST', `summaries/${campaign}/submit`, undefined, { 'if-match': `"${edits}"` });
  if (handed.status !== 200) throw new Error(`handing in answered ${handed.status}: ${handed.text}`);
  return id;
}

async function addImport(member: StaffClient, org: string, campaign: string): Promise<string> {
  const heads = Object.values(COLUMNS).map(({ title }) => title);
  const rows = Array.from({ length: 500 }, (_, row) => heads.map((_head, column) => `${row}-${column}`).join(','));
  const csv = Buffer.from([heads.join(','), ...rows].join('\r\n'));
  const made = await member.ask(
    'POST',
    `organisations/${org}/imports?campaign=${campaign}`,
    filePart('events.csv', 'text/csv', csv),
    MULTIPART,
  );
  return v.parse(IdSchema, made.json()).id;
}

async function addReport(at: TestApp, db: Db, org: string): Promise<{ id: string; receipt: string }> {
  const id = randomUUID();
  const payload = { id, kind: 'feedback', what: '字太小' };
  const answer = await at.ask({ method: 'POST', url: '/api/v1/reports', payload });
  await db.update(report).set({ recipients: [org] });
  return { id, receipt: v.parse(ReportReceiptSchema, answer.json()).receipt };
}

/** Fills a database that `openCountry` has opened. */
export async function fillNation({ db, ...database }: Database, events: number): Promise<Nation> {
  await addOrganisations(db);
  const country = await fillCountry(db, events);
  const at = await makeApp({ db, ...database }, { now: () => Date.now() });
  try {
    const org = await newOrganisation(db, '100000', '全国');
    const member = await newMember(at, db, org, 'admin', { now: Date.now() });
    const desk = deskOf(member, org);
    const device = await addOwnEvent(at, db, desk, country);
    const person = await newParticipant(at);
    const signedUp = await person.trySignUp(OWN, { consent: country.consent });
    const { signUp } = v.parse(SignUpAnswerSchema, signedUp.json());
    const seeded = await desk.ask('GET', `events/${OWN}/roster`);
    const { rows } = v.parse(v.object({ rows: v.array(v.object({ id: v.string() })) }), seeded.json());
    const picture = await addSummary(desk, member, org, country);
    const marked = await addImport(member, org, country.campaignId);
    const reported = await addReport(at, db, org);
    await db.insert(campaignDraft).values({ id: '2027', content: NEXT_CAMPAIGN, items: [], changedAt: Date.now() });
    const colleague = await newMember(at, db, org, 'viewer', { now: Date.now() });
    const reset = await member.ask('POST', `organisations/${org}/members/${colleague.id}/reset`);
    const secrets = {
      invitation: await invitationTo(db, org, 'viewer', { now: Date.now() }),
      reset: v.parse(NewResetSchema, reset.json()).token,
    };
    const ids = Array.from({ length: 100 }, (_, index) => `c-${index + 1}`).join(',');
    const regions = ['540000', '100000', COUNTIES[5] ?? ''].map((code) => `?region=${code}`);

    const headersOf = (access: Access): Readonly<Record<string, string>> => {
      if (access === 'public') return {};
      if (access === 'publisher') return { authorization: `Bearer ${TOKEN}` };
      if (access === 'device') return { authorization: `Bearer ${device}` };
      return access === 'staff' || isAction(access) ? { cookie: member.cookie } : person.headers;
    };
    const values: Readonly<Record<string, string>> = {
      org,
      campaign: country.campaignId,
      n: '1',
      picture,
      signUp: rows[0]?.id ?? '',
      receipt: reported.receipt,
      token: secrets.invitation,
    };
    /** What `:id` is, where it is no event of the organisation. */
    const idOf: Readonly<Record<string, string>> = {
      [CITIZEN.campaign.path]: 'current',
      [CITIZEN.event.path]: 'c-1',
      [CITIZEN.eventFile.path]: 'c-1',
      [CITIZEN.ownSignUp.path]: signUp.id,
      [OPERATIONS.sharePage.path]: 'c-1',
      [REPORTS.openReport.path]: reported.id,
      [EVENTS.markedImport.path]: marked,
    };
    const queries: Readonly<Record<string, readonly string[]>> = {
      [CITIZEN.feed.path]: regions,
      [CITIZEN.calendar.path]: [...regions, `?organisation=${org}`],
      [SYNDICATION.atom.path]: [...regions, `?organisation=${org}`],
      [SYNDICATION.rss.path]: regions,
      [SYNDICATION.embed.path]: regions,
      [CITIZEN.availability.path]: [`?ids=${ids}`],
      [CITIZEN.inbox.path]: ['?after=0'],
      [EVENTS.drafts.path]: ['', '?of=below', '?q=999', '?after=50000'],
      [FIGURES.figures.path]: ['', '?by=kind', '?by=paragraph', '?by=organisation', '?format=xlsx'],
      [FIGURES.figureEvents.path]: ['', '?key=540000'],
      [DOOR.pack.path]: [`?event=${OWN}`],
    };
    const fill = (path: string): string =>
      path
        .replace(/:id\b/, idOf[path] ?? (path.includes('/campaigns/') ? '2027' : OWN))
        .replace(':token', path === STAFF.passwordReset.path ? secrets.reset : secrets.invitation)
        .replace(/:(\w+)/g, (_, name: string) => values[name] ?? '');
    return {
      country,
      askedOf: ({ method, path, access }) =>
        (queries[path] ?? ['']).map((query) => ({
          name: `${method} ${path}${query.length > 40 ? '?…' : query.replace(org, ':org')}`,
          path: `${fill(path)}${query}`,
          headers: headersOf(access),
        })),
    };
  } finally {
    await at.app.close();
  }
}
