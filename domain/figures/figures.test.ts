import * as fc from 'fast-check';
import type { ScanFact } from '../check-in/scan';
import { KINDS } from '../campaign/campaign';
import { applyErasure, type EventFacts, paragraphKey, type SignUpContext, versionAt } from './facts';
import { eventFiguresOf, type Figures, figuresOf } from './figures';
import { byKind, byOrganisation, byParagraph, byRegion, type Division, eventsOfRow, figureRows } from './rows';
import { GroupingSchema } from './grouping';

const LATER = 1_000;
const scan = (change: Partial<ScanFact>): ScanFact => ({
  id: 'scan',
  kind: 'enter',
  event: 'e',
  seats: 2,
  at: 50,
  receivedAt: 50,
  device: 'a',
  offline: false,
  rehearsal: false,
  verdict: 'ok',
  flags: [],
  party: { id: 'p', seats: 2 },
  undoes: null,
  ...change,
});
const signUp = (
  status: SignUpContext['history'][number]['status'],
  seats: number,
  enterprise: string | null = null,
) => ({
  history: [{ at: 10, status, seats }],
  enterprise,
});
const event = (change: Partial<EventFacts> = {}): EventFacts => ({
  id: 'e',
  region: '540102',
  kind: '开放日',
  paragraph: '藏质标办〔2025〕1号 三(一)',
  organisation: 'lhasa',
  history: [{ at: 0, status: 'scheduled', endsAt: 100 }],
  signUps: [],
  scans: [],
  settlements: [],
  ...change,
});
const cancelled = event({
  history: [
    { at: 0, status: 'scheduled', endsAt: 100 },
    { at: 20, status: 'cancelled', endsAt: 100 },
  ],
  signUps: [signUp('event-cancelled', 3, 'x')],
});

test.each<readonly [string, readonly EventFacts[], number, Partial<Figures>]>([
  ['nothing', [], LATER, { planned: 0, held: 0, attended: null, unchecked: 0, enterprises: 0 }],
  ['before it is published', [event()], -1, { planned: 0, held: 0 }],
  ['before its end', [event({ scans: [scan({})] })], 99, { planned: 1, held: 0, attended: null, unchecked: 0 }],
  ['from its end on', [event({ scans: [scan({})] })], 100, { planned: 1, held: 1, attended: 2, unchecked: 0 }],
  ['held without a check', [event()], LATER, { held: 1, attended: null, attendedBy: null, unchecked: 1 }],
  [
    'nobody came',
    [event({ scans: [scan({ kind: 'paper', seats: 0, party: null })] })],
    LATER,
    { attended: 0, unchecked: 0 },
  ],
  ['one checked, one not', [event({ scans: [scan({})] }), event()], LATER, { held: 2, attended: 2, unchecked: 1 }],
  ['cancelled', [cancelled], LATER, { planned: 1, held: 0, cancelled: 1, signUps: 0, unchecked: 0, enterprises: 0 }],
  ['not yet cancelled', [cancelled], 19, { planned: 1, cancelled: 0 }],
  ['removed', [event({ history: [{ at: 0, status: 'removed', endsAt: 100 }] })], LATER, { planned: 0, held: 0 }],
  [
    'who has a seat, who waits',
    [event({ signUps: [signUp('confirmed', 2), signUp('waitlisted', 4), signUp('cancelled', 9)] })],
    LATER,
    { signUps: 2, waiting: 4 },
  ],
  [
    'an enterprise at two events counts once',
    [
      event({ signUps: [signUp('confirmed', 1, 'x')] }),
      event({ signUps: [signUp('confirmed', 1, 'x'), signUp('confirmed', 1, 'y'), signUp('waitlisted', 1, 'z')] }),
    ],
    LATER,
    { enterprises: 2, signUps: 3 },
  ],
  [
    'ways of counting apart',
    [
      event({
        scans: [
          scan({}),
          scan({ id: 'w', kind: 'walk-in', seats: 5, party: null }),
          scan({ id: 'r', rehearsal: true, party: null, seats: 9 }),
        ],
      }),
    ],
    LATER,
    { attended: 7, attendedBy: { scanned: 2, manual: 0, walkIn: 5, paper: 0 } },
  ],
])('%s', (_, events, asOf, figures) => {
  expect(figuresOf(events, asOf)).toMatchObject(figures);
});

test('a version holds from its time on, whatever order they come in', () => {
  const history = [
    { at: 20, n: 2 },
    { at: 10, n: 1 },
  ];
  expect([9, 10, 19, 20].map((at) => versionAt(history, at)?.n)).toEqual([undefined, 1, 1, 2]);
});

const REGIONS = ['540000', '540100', '540102', '540121', '540200', '540202', '542500', '542521'];
const ITEMS = [
  { documentNo: '藏质标办〔2025〕1号', paragraph: '三(一)' },
  { documentNo: '国市监质发〔2025〕77号', paragraph: '二(三)；二(四)' },
];
const times = fc.integer({ min: 0, max: 200 });
const scans: fc.Arbitrary<ScanFact[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom('enter', 'manual', 'walk-in', 'paper'),
      seats: fc.nat(4),
      receivedAt: times,
      party: fc.option(fc.constantFrom({ id: 'p', seats: 2 }, { id: 'q', seats: 4 })),
      flags: fc.constantFrom<ScanFact['flags'][]>([], [], ['unverified']),
    }),
    { maxLength: 6 },
  )
  .map((list) => list.map((each, n) => scan({ ...each, kind: each.kind, id: `${n}` })));
const signUps = fc.array(
  fc.record({
    history: fc.array(
      fc.record({
        at: times,
        status: fc.constantFrom('confirmed', 'waitlisted', 'cancelled', 'event-cancelled', 'expired'),
        seats: fc.integer({ min: 1, max: 4 }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    enterprise: fc.option(fc.constantFrom('x', 'y', 'z')),
  }),
  { maxLength: 5 },
);
const events: fc.Arbitrary<EventFacts[]> = fc
  .array(
    fc.record({
      region: fc.constantFrom(...REGIONS),
      kind: fc.constantFrom(...KINDS),
      paragraph: fc.constantFrom(...ITEMS.map(paragraphKey), 'unheard of'),
      organisation: fc.constantFrom('lhasa', 'ngari', 'closed'),
      history: fc.array(
        fc.record({
          at: times,
          status: fc.constantFrom('scheduled', 'scheduled', 'cancelled', 'removed'),
          endsAt: times,
        }),
        { minLength: 1, maxLength: 3 },
      ),
      signUps,
      scans,
      settlements: fc.constant([]),
    }),
    { maxLength: 12 },
  )
  .map((list) => list.map((each, n) => ({ ...each, id: `e${n}` })));

const DIVISIONS: readonly (readonly [string, Division])[] = [
  ['region', byRegion('540000')],
  ['kind', byKind()],
  ['paragraph', byParagraph(ITEMS, ({ paragraph }) => paragraph)],
  [
    'organisation',
    byOrganisation([
      { id: 'ngari', name: '阿里地区市场监督管理局', region: '542500' },
      { id: 'lhasa', name: '拉萨市市场监督管理局', region: '540100' },
    ]),
  ],
];
test('these are all the ways to divide', () => {
  expect(GroupingSchema.options).toEqual(DIVISIONS.map(([name]) => name));
});
const ADDED = ['planned', 'held', 'cancelled', 'signUps', 'unchecked', 'waiting'] as const;
const listOf = (key: string): string => `/events?key=${key}`;

test.each(DIVISIONS)(
  'by %s: every figure is the sum of the list that it opens, and rows add up to the whole',
  (_, division) => {
    fc.assert(
      fc.property(events, times, (all, asOf) => {
        const rows = figureRows(all, division, asOf, listOf);
        for (const row of rows) {
          const list = eventsOfRow(all, division, row.key).map((facts) => eventFiguresOf(facts, asOf));
          for (const name of ADDED) expect(row[name]).toBe(list.reduce((total, each) => total + each[name], 0));
          const checked = list.filter(({ attendance }) => attendance !== null);
          const attended = checked.reduce((total, { attendance }) => total + (attendance?.total ?? 0), 0);
          expect(row.attended).toBe(checked.length === 0 ? null : attended);
          expect(row.held).toBe(checked.length + row.unchecked);
          expect(row.enterprises).toBe(new Set(list.flatMap(({ enterprises }) => enterprises)).size);
          const by = row.attendedBy;
          expect(by === null ? null : by.scanned + by.manual + by.walkIn + by.paper).toBe(row.attended);
        }
        const whole = figuresOf(all, asOf);
        for (const name of ADDED) expect(rows.reduce((total, row) => total + row[name], 0)).toBe(whole[name]);
        const known = rows.flatMap(({ attended }) => (attended === null ? [] : [attended]));
        expect(known.length === 0 ? null : known.reduce((a, b) => a + b, 0)).toBe(whole.attended);
      }),
      { numRuns: 100, seed: 15 },
    );
  },
);

test('the same time gives the same numbers, whatever comes later: changes, cancellations, erasures, scans, settlements', () => {
  fc.assert(
    fc.property(events, times, signUps, scans, (all, asOf, newSignUps, newScans) => {
      const after = (n: number): number => asOf + 1 + n;
      const later = all.map((facts): EventFacts => ({
        ...facts,
        history: [...facts.history, { at: after(0), status: 'removed', endsAt: 0 }],
        signUps: [
          ...facts.signUps.map((each) => ({
            ...each,
            history: [...each.history, { at: after(1), status: 'cancelled' as const, seats: 1 }],
          })),
          ...newSignUps.map((each) => ({
            ...each,
            history: each.history.map((version) => ({ ...version, at: after(version.at) })),
          })),
        ],
        scans: [
          ...facts.scans,
          ...newScans.map((each) => ({ ...each, id: `new ${each.id}`, receivedAt: after(each.receivedAt) })),
        ],
        settlements: facts.scans.map(({ id }) => ({
          id: `of ${id}`,
          scan: id,
          decision: 'void',
          word: '错',
          at: after(2),
        })),
      }));
      expect(figuresOf(later, asOf)).toEqual(figuresOf(all, asOf));
    }),
    { numRuns: 200, seed: 16 },
  );
});

test('an erasure or a purge from the start on changes no figure of any time; before it, it frees the seats', () => {
  fc.assert(
    fc.property(events, times, times, times, (all, startsAt, now, asOf) => {
      const erased = all.map((facts) => ({
        ...facts,
        signUps: facts.signUps.map((each) => applyErasure(each, startsAt, now)),
      }));
      if (now >= startsAt || asOf < now) expect(figuresOf(erased, asOf)).toEqual(figuresOf(all, asOf));
      if (now < startsAt) expect(figuresOf(erased, now)).toMatchObject({ signUps: 0, enterprises: 0 });
    }),
    { numRuns: 200, seed: 17 },
  );
});

describe('rows', () => {
  test('list empty regions in code order, the region’s own level first', () => {
    const rows = figureRows([event()], byRegion('540000'), LATER, listOf);
    expect(rows.map(({ key }) => key)).toEqual([
      '540000',
      '540100',
      '540200',
      '540300',
      '540400',
      '540500',
      '540600',
      '542500',
    ]);
    expect(rows[1]).toMatchObject({
      name: '拉萨市',
      planned: 1,
      attended: null,
      unchecked: 1,
      list: '/events?key=540100',
    });
    expect(rows[2]).toMatchObject({ name: '日喀则市', planned: 0, attended: null, unchecked: 0 });
  });

  test.each([
    ['the whole country has its provinces', '100000', 35],
    ['a county has itself', '540102', 1],
  ])('%s', (_, scope, count) => {
    const rows = figureRows([event()], byRegion(scope), LATER, listOf);
    expect(rows).toHaveLength(count);
    expect(rows.reduce((sum, { planned }) => sum + planned, 0)).toBe(1);
  });

  test('an organisation or a paragraph that is not known any more keeps its events, at the end', () => {
    const rows = figureRows([event({ organisation: 'closed' })], byOrganisation([]), LATER, listOf);
    expect(rows).toMatchObject([{ key: 'closed', planned: 1 }]);
  });
});
