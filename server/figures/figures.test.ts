import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { PublishBodySchema, type WirePublishBody } from '../../domain/event/event';
import { applyErasure, type EventFacts, type SignUpContext } from '../../domain/figures/facts';
import { byKind, byOrganisation, byParagraph, byRegion, figureRows } from '../../domain/figures/rows';
import type { Grouping } from '../../domain/figures/grouping';
import { figuresOf } from '../../domain/figures/figures';
import { covers } from '../../domain/region/region';
import { FigureEventsSchema, FiguresAnswerSchema } from '../../domain/figures/figures-answer';
import { cellText } from '../../domain/event-import/sheet';
import { DAY_MS, formatInstant, MINUTE_MS } from '../../domain/time/time';
import { signUp } from '../db/account-schema';
import { type Facts, readFacts } from '../attendance/scan-facts';
import { FLAGS, SCAN_KINDS } from '../../domain/check-in/scan';
import { audit } from '../db/audit-schema';
import { scan, scanSettlement } from '../db/door-schema';
import { event } from '../db/schema';
import { purgeForms } from '../personal-data/purge';
import { cancelEvent, publishEvent, removeEvent } from '../publishing/publish';
import { readFileSheets } from '../spreadsheets/read-file';
import type { TestApp } from '../testing/app';
import { bodyOf, ENDS, OPEN, PROGRAMME, SIGN_UP, STARTS } from '../testing/content';
import { ENGINES } from '../testing/database';
import { deskOf } from '../testing/desk';
import { FILLED } from '../testing/forms';
import { newParticipant, type Participant } from '../testing/participants';
import { anyOf, randomOfRun } from '../testing/seeded-random';
import { newMember, newOrganisation } from '../testing/staff';
import { useTestServer } from '../testing/test-server';
import { keepParts } from './keep-parts';
import { readFigureEvents, readFigures } from './read-figures';

const STEPS = 90;
const random = randomOfRun('histories of figures');
const REGIONS = { region: '540000', city: '540100', county: '540102', other: '540200' } as const;
type OrganisationName = keyof typeof REGIONS;
const CODES = ['91350100M000100Y43', '91540100MA6T1XXX0J'];

describe.each(ENGINES)('figures on %s', (engine) => {
  const testServer = useTestServer(engine);
  let at: TestApp;
  let now: number;
  let ids: Record<OrganisationName, string>;
  const db = () => testServer.database.db;
  beforeEach(async () => {
    now = OPEN;
    at = await testServer.openFresh({ now: () => now });
    ids = { region: '', city: '', county: '', other: '' };
    for (const name of Object.keys(REGIONS) as OrganisationName[])
      ids[name] = await newOrganisation(db(), REGIONS[name]);
  });

  const scopeOf = (name: OrganisationName, asOf = now) => ({
    ...{ organisation: { id: ids[name], region: REGIONS[name] }, campaignId: 'open', asOf },
  });
  const context = (name: OrganisationName) => ({
    ...{
      now,
      templates: [],
      organisation: { id: ids[name], region: REGIONS[name] },
      actor: null,
      approved: true as const,
    },
  });
  const publish = (name: OrganisationName, id: string, change: Partial<WirePublishBody> = {}) => {
    const body = v.parse(PublishBodySchema, bodyOf({ region: REGIONS[name], signUp: SIGN_UP, ...change }));
    return db().transaction((tx) => publishEvent(tx, id, body, context(name)));
  };
  const figures = (name: OrganisationName, by: Grouping = 'region', asOf = now) =>
    readFigures(db(), scopeOf(name, asOf), by);

  test('each organisation sees its own and those below, nobody beside', async () => {
    for (const name of Object.keys(REGIONS) as OrganisationName[]) {
      expect(await publish(name, `of-${name}`)).toMatchObject({ ok: true });
    }
    const planned = async (name: OrganisationName) => (await figures(name)).total.planned;
    expect([await planned('region'), await planned('city'), await planned('county'), await planned('other')]).toEqual([
      4, 2, 1, 1,
    ]);
    const { rows } = await figures('region');
    expect(rows.map(({ key, name, planned: count }) => [key, name, count])).toEqual([
      ['540000', '西藏自治区', 1],
      ['540100', '拉萨市', 2],
      ['540200', '日喀则市', 1],
      ['540300', '昌都市', 0],
      ['540400', '林芝市', 0],
      ['540500', '山南市', 0],
      ['540600', '那曲市', 0],
      ['542500', '阿里地区', 0],
    ]);
  });

  test('seats, the waitlist, enterprises once, and what was held without a check, which is not 0', async () => {
    await publish('county', 'visit', { signUp: { ...SIGN_UP, capacity: 2, maxParty: 2 } });
    await publish('county', 'course', { programmeId: 'course', signUp: { ...SIGN_UP, form: 'training' } });
    await publish('city', 'qc', { signUp: { ...SIGN_UP, form: 'qc' } });
    const [a, b] = [await newParticipant(at), await newParticipant(at)];
    await a.signUp('visit', 2);
    await b.signUp('visit', 2);
    for (const id of ['course', 'qc'] as const) {
      const form = id === 'qc' ? FILLED.qc : FILLED.training;
      expect((await a.trySignUp(id, { form })).status).toBe(201);
    }
    expect((await figures('city')).total).toEqual({
      ...{ planned: 3, held: 0, cancelled: 0, signUps: 4, attended: null, attendedBy: null, unchecked: 0 },
      ...{ waiting: 2, enterprises: 1 },
    });
    now = ENDS;
    expect((await figures('city')).total).toMatchObject({ held: 3, unchecked: 3, attended: null });
    expect((await figures('city', 'kind')).rows.filter(({ planned }) => planned > 0)).toMatchObject([
      { key: '开放日', planned: 2 },
      { key: '培训宣贯', planned: 1, enterprises: 1 },
    ]);
  });

  test('an event that changes its region and kind stays where it was in the figures of before', async () => {
    await publish('city', 'e');
    const before = await figures('city');
    const kinds = await figures('city', 'kind');
    const then = now;
    now += 1500;
    await publish('city', 'e', { region: '540102', programmeId: 'course' });
    const planned = (rows: typeof before.rows) => rows.flatMap(({ key, planned: count }) => (count > 0 ? [key] : []));
    expect(planned((await figures('city')).rows)).toEqual(['540102']);
    expect(planned((await figures('city', 'kind')).rows)).toEqual(['培训宣贯']);
    expect([await figures('city', 'region', then), await figures('city', 'kind', then)]).toEqual([before, kinds]);
    expect((await figures('city', 'region', then - 1)).total.planned).toBe(0);
  });

  test('over the API: rows, the list behind each, a workbook; only for a time that has been', async () => {
    now += 789;
    await publish('county', 'e');
    const desk = deskOf(await newMember(at, db(), ids.city, 'viewer', { now }), ids.city);
    const answer = v.parse(FiguresAnswerSchema, (await desk.ask('GET', 'figures?campaign=open&by=region')).json());
    expect(answer.rows.find(({ key }) => key === '540102')).toMatchObject({ planned: 1, name: '城关区' });
    const list = answer.rows.find(({ key }) => key === '540102')?.list ?? '';
    const events = await desk.ask('GET', list.replace(/^.*\/figures/, 'figures'));
    expect(v.parse(FigureEventsSchema, events.json())).toMatchObject({ total: { planned: 1 }, events: [{ id: 'e' }] });
    expect((await desk.ask('GET', 'figures/events?campaign=open&by=region&key=650000')).status).toBe(404);
    const later = encodeURIComponent(formatInstant(now + 1000));
    expect((await desk.ask('GET', `figures?campaign=open&asOf=${later}`)).json()).toMatchObject({ code: 'in-future' });
    expect((await desk.ask('GET', 'figures?campaign=none')).json()).toMatchObject({ code: 'unknown-campaign' });

    const file = await desk.ask('GET', 'figures?campaign=open&by=kind&format=xlsx');
    expect([file.status, file.headers['cache-control']]).toEqual([200, 'no-store']);
    const [sheet] = readFileSheets({ name: 'figures.xlsx', bytes: file.raw });
    const texts = sheet.rows.map((cells) => cells.map((cell) => cellText(cell)));
    expect(texts[0]?.[0]).toMatch(/机构 540100.*按活动类型.*2026-09-02T08:00:00\.789\+08:00/);
    expect(texts[1]?.slice(0, 4)).toEqual(['活动类型', '发布场次', '已举办场次', '取消场次']);
    expect(texts.find(([name]) => name === '合计')?.slice(1, 4)).toEqual(['1', '0', '0']);
    const acts = await db().select().from(audit).where(eq(audit.act, 'figures-exported'));
    expect(acts).toMatchObject([{ organisationId: ids.city, objectId: 'open', fields: ['kind'] }]);
  });

  /** What the rules' own reference counts from, noted after each step from the rows as they are. */
  class Model {
    private readonly facts = new Map<string, EventFacts>();
    private readonly people = new Map<string, { event: string; context: SignUpContext }>();
    private checks: Facts = { scans: [], settlements: [] };

    async note(): Promise<void> {
      for (const row of await db().select().from(event)) {
        const known = this.facts.get(row.id);
        const item = PROGRAMME.find(({ id }) => id === row.programmeId);
        const status = row.removed ? 'removed' : row.status;
        const last = known?.history[known.history.length - 1];
        const same = last?.status === status && last.endsAt === row.endsAt;
        this.facts.set(row.id, {
          ...{ id: row.id, region: row.region, kind: row.kind, organisation: row.organisationId ?? '' },
          paragraph: `${item?.documentNo ?? ''} ${item?.paragraph ?? ''}`,
          history: same ? (known?.history ?? []) : [...(known?.history ?? []), { at: now, status, endsAt: row.endsAt }],
          ...{ signUps: [], scans: [], settlements: [] },
        });
      }
      this.checks = await readFacts(db(), sql`true`);
      const rows = await db().select().from(signUp);
      const there = new Set<string>();
      for (const { accountId, id, eventId, status, seats, enterprise } of rows) {
        const key = `${accountId} ${id}`;
        there.add(key);
        const history = this.people.get(key)?.context.history ?? [];
        const last = history[history.length - 1];
        const isSame = last?.status === status && last.seats === seats;
        const all = isSame ? history : [...history, { at: now, status, seats }];
        this.people.set(key, { event: eventId, context: { history: all, enterprise } });
      }
      for (const [key, { event: id, context: known }] of this.people) {
        if (!there.has(key)) this.people.set(key, { event: id, context: applyErasure(known, STARTS, now) });
      }
    }

    eventsOf(name: OrganisationName): EventFacts[] {
      const seen = (Object.keys(REGIONS) as OrganisationName[]).filter((each) => covers(REGIONS[name], REGIONS[each]));
      return [...this.facts.values()]
        .filter(({ organisation }) => seen.some((each) => ids[each] === organisation))
        .map((facts) => ({
          ...facts,
          scans: this.checks.scans.filter(({ event: id }) => id === facts.id),
          settlements: this.checks.settlements,
          signUps: [...this.people.values()].flatMap(({ event: id, context: known }) =>
            id === facts.id ? [known] : [],
          ),
        }));
    }
  }

  test('over random histories: the rules’ reference, each list sums up to its figure, a time keeps its numbers', async () => {
    const people: Participant[] = [];
    const model = new Model();
    const events: { id: string; name: OrganisationName; form: 'visit' | 'training'; programmeId: string }[] = [];
    const mine: { person: Participant; id: string }[] = [];
    const scans: { id: string; eventId: string }[] = [];
    const noted: { asOf: number; rows: unknown }[] = [];
    const whole = async (asOf: number) => {
      const all: Record<string, unknown> = {};
      for (const by of ['region', 'kind', 'paragraph', 'organisation'] as const)
        all[by] = await figures('region', by, asOf);
      return all;
    };
    const steps: Record<string, () => Promise<unknown>> = {
      publish: async () => {
        const name = anyOf(random, Object.keys(REGIONS) as OrganisationName[]);
        const form = anyOf(random, ['visit', 'training'] as const);
        const id = `e${events.length}`;
        const programmeId = anyOf(random, PROGRAMME).id;
        events.push({ id, name, form, programmeId });
        const terms = { ...SIGN_UP, form, capacity: random(1, 6), maxParty: 1 };
        await publish(name, id, { signUp: terms, programmeId });
      },
      signUp: async () => {
        if (people.length < 8) people.push(await newParticipant(at));
        const [person, to] = [anyOf(random, people), anyOf(random, events)];
        const form =
          to.form === 'visit' ? { ...FILLED.visit, partySize: 1 } : { ...FILLED.training, creditCode: CODES[0] };
        const answer = await person.trySignUp(to.id, { form });
        const { signUp: made } = answer.json() as { signUp?: { id: string } };
        if (made) mine.push({ person, id: made.id });
      },
      cancel: async () => {
        if (mine.length === 0) return;
        const { person, id } = anyOf(random, mine);
        await person.cancel(id);
      },
      erase: async () => {
        const [gone] = people.splice(random(0, Math.max(1, people.length)), 1);
        await gone?.ask('DELETE', 'me');
      },
      cancelEvent: async () => {
        const { id, name } = anyOf(random, events);
        await db().transaction((tx) => cancelEvent(tx, id, '大雪封路', context(name)));
      },
      removeEvent: async () => {
        const { id, name } = anyOf(random, events);
        await db().transaction((tx) => removeEvent(tx, id, context(name)));
      },
      keep: () => db().transaction((tx) => keepParts(tx, now)),
      check: async () => {
        const { id: eventId } = anyOf(random, events);
        const kind = anyOf(random, SCAN_KINDS);
        const isParty = kind === 'enter' || kind === 'manual';
        const earlier = anyOf(random, [...scans, null]);
        const row = {
          ...{ id: randomUUID(), eventId, kind, seats: random(kind === 'paper' ? 0 : 1, 4), at: now, receivedAt: now },
          ...{ deviceId: null, memberId: null, offline: false, rehearsal: random(0, 8) === 0, sample: false },
          ...{ verdict: random(0, 6) === 0 ? ('already-in' as const) : ('ok' as const), bodyHash: '' },
          flags: random(0, 4) === 0 ? [anyOf(random, FLAGS)] : [],
          ...(isParty ? { signUpSeq: random(1, 3), partySeats: random(1, 4) } : { signUpSeq: null, partySeats: null }),
          undoes: kind === 'undo' ? (earlier?.id ?? null) : null,
          ...(kind === 'undo' && earlier && { eventId: earlier.eventId }),
        };
        await db().insert(scan).values(row);
        scans.push(row);
        if (!earlier || random(0, 2) === 0) return;
        const decision = anyOf(random, ['accept', 'void'] as const);
        const settlement = {
          id: randomUUID(),
          scanId: earlier.id,
          decision,
          word: '',
          at: now,
          memberId: randomUUID(),
        };
        await db()
          .insert(scanSettlement)
          .values({ ...settlement, sample: false });
      },
      change: async () => {
        const { id, name, form, programmeId } = anyOf(random, events);
        const terms = { ...SIGN_UP, form, capacity: random(1, 8), maxParty: 1 };
        await publish(name, id, { signUp: terms, programmeId, title: `改${now}` });
      },
    };
    const usual = [
      'publish',
      'signUp',
      'signUp',
      'signUp',
      'signUp',
      'cancel',
      'erase',
      'change',
      'keep',
      'keep',
      'check',
      'check',
      'check',
      'cancelEvent',
      'removeEvent',
    ];
    const done: string[] = [];
    for (let step = 0; step < STEPS; step += 1) {
      now += MINUTE_MS;
      if (step === STEPS - 40) now = STARTS + MINUTE_MS;
      if (step === STEPS - 30) now = ENDS + MINUTE_MS;
      const kind = step < 4 ? 'publish' : anyOf(random, usual);
      done.push(kind);
      await steps[kind]?.();
      await model.note();
      if (step % 6 === 5) noted.push({ asOf: now, rows: await whole(now) });
    }
    now = ENDS + 31 * DAY_MS;
    await db().transaction((tx) => purgeForms(tx, now));
    const organisations = (Object.keys(REGIONS) as OrganisationName[]).map((name) => ({
      ...{ id: ids[name], name: `机构 ${REGIONS[name]}`, region: REGIONS[name] },
    }));
    const reference = {
      region: byRegion('540000'),
      kind: byKind(),
      paragraph: byParagraph(PROGRAMME, ({ paragraph }) => paragraph),
      organisation: byOrganisation(organisations),
    } as const;
    for (const { asOf, rows } of noted) {
      expect([done, await whole(asOf)]).toEqual([done, rows]);
      const facts = model.eventsOf('region');
      for (const by of Object.keys(reference) as Grouping[]) {
        const found = await figures('region', by, asOf);
        const expected = figureRows(facts, reference[by], asOf, () => '');
        expect([done, found.rows.map((row) => ({ ...row, list: '' }))]).toEqual([done, expected]);
        expect(found.total).toEqual(figuresOf(facts, asOf));
        for (const row of found.rows) {
          const asked = { by, key: row.key, after: 0 };
          const list = await readFigureEvents(db(), scopeOf('region', asOf), asked);
          for (const name of ['planned', 'held', 'cancelled', 'signUps', 'unchecked', 'waiting'] as const) {
            expect(list?.events.reduce((sum, each) => sum + each[name], 0)).toBe(row[name]);
          }
        }
      }
    }
    // Whether anybody kept a seat is the history's; that it was looked at along the way is not.
    expect(noted).toHaveLength(Math.floor(STEPS / 6));
  }, 120_000);
});
