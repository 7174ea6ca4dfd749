import * as v from 'valibot';
import { CampaignSchema } from '../../domain/campaign/campaign';
import { PublishBodySchema, type WirePublishBody } from '../../domain/event/event';
import { findFeeWord } from '../../domain/text/fee';
import { decidePublication } from '../../domain/event/publication';
import { covers, NATION } from '../../domain/region/region';
import { childrenOf, regionExists } from '../../domain/region/region-names';
import {
  addDays,
  dayOf,
  DAY_MS,
  daysTouched,
  formatInstant,
  parseInstant,
  wallClock,
  weekdayOf,
} from '../../domain/time/time';
import { officialCampaigns } from './campaigns';
import type { SampleEvent } from './sample';
import { sampleCampaign } from './sample';

const TODAY = '2026-11-20';
const { campaign, programme, events } = sampleCampaign(TODAY);
const items = new Map(programme.map((item) => [item.id, item]));

const at = (text: string): number => {
  const instant = parseInstant(text);
  if (instant === null) throw new Error(`not an instant: ${text}`);
  return instant;
};
const hours = (event: SampleEvent): number => (event.endsAt - event.startsAt) / (DAY_MS / 24);
const clock = (instant: number): string => formatInstant(instant).slice(11, 16);
/** As a publisher would send it. */
const toWire = ({ startsAt, endsAt, signUp, ...body }: Omit<SampleEvent, 'id'>): WirePublishBody => ({
  ...body,
  startsAt: formatInstant(startsAt),
  endsAt: formatInstant(endsAt),
  signUp: signUp && { ...signUp, opensAt: formatInstant(signUp.opensAt), closesAt: formatInstant(signUp.closesAt) },
});
const day = (event: SampleEvent): string => dayOf(event.startsAt);
const prefectureOf = (region: string): string => `${region.slice(0, 4)}00`;

/** Latitude and longitude from south-west to north-east, generously. */
const BOUNDS: Record<string, [south: number, west: number, north: number, east: number]> = {
  '540100': [29.2, 89.8, 31.1, 92.4],
  '540200': [27.3, 82.0, 31.8, 90.3],
  '540300': [28.5, 93.6, 32.6, 99.1],
  '540400': [27.5, 92.2, 30.7, 98.3],
  '540500': [27.2, 90.2, 29.8, 94.2],
  '540600': [30.1, 83.9, 36.5, 95.1],
  '542500': [29.6, 78.3, 35.8, 86.2],
};

describe('the sample campaign', () => {
  test('is of this year, open, marked, and borrows the texts of 2025', () => {
    const official = officialCampaigns().find((each) => each.campaign.id === '2025');
    expect(v.parse(CampaignSchema, campaign)).toEqual(campaign);
    expect(campaign).toMatchObject({
      id: 'sample-2026',
      year: 2026,
      textsFrom: 2025,
      state: 'open',
      sample: true,
      period: { from: '2026-11-18', to: '2026-12-17' },
      theme: official?.campaign.theme,
      slogans: official?.campaign.slogans,
      documents: official?.campaign.documents,
      knownDates: [],
    });
    expect(programme).toEqual(official?.programme);
  });

  test('is the same on the same day, and moves with the day', () => {
    expect(sampleCampaign(TODAY)).toEqual(sampleCampaign(TODAY));
    const later = sampleCampaign('2027-01-01');
    expect(later.campaign.id).toBe('sample-2027');
    expect(later.events.map(({ id, title }) => [id, title])).toEqual(events.map(({ id, title }) => [id, title]));
    expect(() => sampleCampaign('2026-02-30')).toThrow(RangeError);
  });
});

describe('each sample event', () => {
  test.each(events.map((event) => [event.id, event] as const))('%s can be published', (_id, { id, ...body }) => {
    expect(v.parse(PublishBodySchema, toWire(body))).toEqual(body);
    const programmeItem = items.get(body.programmeId) ?? null;
    expect(decidePublication(body, { campaign, programmeItem })).toMatchObject({ ok: true });
    expect(id).toMatch(/^sample-\d{3}$/);
    expect(body.campaign).toBe(campaign.id);
    expect(body.sample).toBe(true);
    // The mark of the card says so once; a title would say it again.
    expect(body.title).not.toContain('示例');
    expect(body.summary).toContain('示例');
    expect(body.organiser).toEqual({ name: expect.stringContaining('（示例）') as string });
    expect(regionExists(body.region)).toBe(true);
    if (body.venue) expect(`${body.venue.name}${body.venue.address}`).toMatch(/（示例地点）.+（示例）$/);
    const texts = [body.title, body.summary, body.organiser.name, body.venue?.name ?? '', body.venue?.address ?? ''];
    expect(texts.map(findFeeWord)).toEqual(texts.map(() => null));
    expect(texts.join('')).not.toMatch(/\d{3,4}-?\d{7,8}|@/);
  });

  test('takes sign-ups only under an item that does, with a form that fits', () => {
    const formOf: Record<string, string> = { 培训宣贯: 'training', 服务企业: 'training', 交流发表: 'qc' };
    for (const { id, programmeId, signUp, startsAt } of events) {
      if (!signUp) continue;
      const item = items.get(programmeId);
      const form = item?.name.includes('三表') ? 'metrology' : (formOf[item?.kind ?? ''] ?? 'visit');
      expect([id, item?.signUp, signUp.form]).toEqual([id, true, form]);
      expect(signUp.opensAt).toBeLessThan(signUp.closesAt);
      expect(signUp.closesAt).toBeLessThanOrEqual(startsAt);
      expect(signUp.maxParty).toBeLessThanOrEqual(signUp.capacity);
    }
  });
});

describe('together', () => {
  const local = events.filter(({ region }) => region !== NATION);
  const national = events.filter(({ region }) => region === NATION);

  test('about sixty, with ids in order', () => {
    expect(events.length).toBeGreaterThanOrEqual(55);
    expect(events.length).toBeLessThanOrEqual(66);
    expect(events.map(({ id }) => id)).toEqual(events.map((_, n) => `sample-${String(n + 1).padStart(3, '0')}`));
  });

  test.each(childrenOf('540000'))('%s has several, in several counties, within its bounds', (prefecture) => {
    const own = local.filter(({ region }) => covers(prefecture, region));
    expect(own.length).toBeGreaterThanOrEqual(4);
    expect(new Set(own.map(({ region }) => region)).size).toBeGreaterThanOrEqual(3);
    const [south, west, north, east] = BOUNDS[prefecture] ?? [0, 0, 0, 0];
    for (const { id, venue } of own) {
      expect({ id, inside: venue && venue.latitude > south && venue.latitude < north }).toEqual({ id, inside: true });
      expect({ id, inside: venue && venue.longitude > west && venue.longitude < east }).toEqual({ id, inside: true });
    }
  });

  test('all but the national ones are in Tibet, and one county is one point', () => {
    expect(local.every(({ region }) => covers('540000', region) && prefectureOf(region) !== region)).toBe(true);
    const points = new Map<string, string>();
    for (const { region, venue } of local) {
      const point = `${String(venue?.latitude)},${String(venue?.longitude)}`;
      expect(points.get(region) ?? point).toBe(point);
      points.set(region, point);
    }
    expect(new Set(points.values()).size).toBe(points.size);
  });

  test('six are national, in other cities or in none', () => {
    expect(national).toHaveLength(6);
    expect(national.filter(({ venue }) => venue === null)).toHaveLength(3);
    const cities = national.flatMap(({ venue }) => (venue ? [venue.address] : []));
    expect(cities.sort()).toEqual(['北京市（示例）', '四川省成都市（示例）', '江苏省南京市（示例）']);
  });

  test('the cases that screens and rules must cope with are among them', () => {
    const through = events.filter((event) => clock(event.startsAt) === '22:00' && clock(event.endsAt) === '01:00');
    expect(through.map(hours)).toEqual([3]);
    const untilMidnight = events.filter((event) => clock(event.endsAt) === '00:00');
    expect(untilMidnight.map((event) => daysTouched(event.startsAt, event.endsAt).length)).toEqual([1]);
    const threeDays = events.filter((event) => daysTouched(event.startsAt, event.endsAt).length === 3);
    expect(threeDays.length).toBeGreaterThanOrEqual(1);

    const terms = events.flatMap(({ signUp }) => (signUp ? [signUp] : []));
    const evening = at(`${TODAY}T20:00:00+08:00`);
    expect(terms.filter(({ capacity }) => capacity === 2)).toHaveLength(1);
    expect(terms.filter(({ opensAt }) => opensAt > evening)).toHaveLength(1);
    expect(terms.filter(({ closesAt }) => closesAt < at(`${TODAY}T00:00:00+08:00`))).toHaveLength(1);
    expect(new Set(terms.map(({ form }) => form))).toEqual(new Set(['visit', 'training', 'qc', 'metrology']));
    expect(events.length - terms.length).toBeGreaterThanOrEqual(8);
    expect(events.some(({ audiences }) => audiences.join() === '企业')).toBe(true);
  });

  test('most kinds of activity are there', () => {
    const kinds = new Set(events.map(({ programmeId }) => items.get(programmeId)?.kind));
    for (const kind of ['开放日', '交流发表', '培训宣贯', '科普', '主题宣传', '服务企业', '品牌认证', '消费维权']) {
      expect(kinds).toContain(kind);
    }
  });
});

describe.each(['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22'])(
  'started on %s, whatever the weekday',
  (today) => {
    const trial = sampleCampaign(today);

    test('everything lies within the period, and something is on today', () => {
      const { from, to } = trial.campaign.period;
      for (const event of trial.events) {
        const days = daysTouched(event.startsAt, event.endsAt);
        expect(days.every((each) => each >= from && each <= to)).toBe(true);
        expect(event.endsAt).toBeGreaterThan(event.startsAt);
      }
      const lateEvening = at(`${today}T23:59:00+08:00`);
      expect(trial.events.some((event) => day(event) < today && event.endsAt > lateEvening)).toBe(true);
      const early = trial.events.filter((event) => day(event) < today);
      expect(early.filter(({ endsAt }) => endsAt > at(`${today}T00:00:00+08:00`))).toHaveLength(1);
      // What is over, for figures and summaries to count.
      expect(early).toHaveLength(4);
    });

    test('firms are asked on working days, at hours when people are there', () => {
      for (const event of trial.events) {
        const weekday = weekdayOf(day(event));
        if (event.signUp?.form === 'training' || event.signUp?.form === 'qc') {
          expect([event.id, weekday > 0 && weekday < 6]).toEqual([event.id, true]);
        }
        if (event.venue === null || hours(event) <= 4 || hours(event) > 24) continue;
        expect(wallClock(event.startsAt).hour).toBeGreaterThanOrEqual(9);
        expect(clock(event.endsAt) <= '17:00').toBe(true);
      }
    });

    test('the days are spread over four weeks', () => {
      for (const week of [0, 1, 2, 3]) {
        const [first, last] = [addDays(today, week * 7), addDays(today, week * 7 + 6)];
        const own = trial.events.filter((event) => day(event) >= first && day(event) <= last);
        expect([week, own.length >= 4]).toEqual([week, true]);
      }
    });
  },
);
