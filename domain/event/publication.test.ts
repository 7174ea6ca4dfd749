import * as v from 'valibot';
import { PublishBodySchema, type WirePublishBody } from './event';
import { decidePublication, type PublicationDecision, type PublicationContext } from './publication';

const body: WirePublishBody = {
  campaign: '2026',
  programmeId: 'p1',
  title: '实验室开放日',
  summary: '免费参观。',
  organiser: { name: '拉萨市市场监督管理局' },
  region: '540102',
  venue: { name: '活动中心', address: '城关区', latitude: 29.6, longitude: 91.1 },
  startsAt: '2026-09-10T14:00:00+08:00',
  endsAt: '2026-09-10T16:00:00+08:00',
  audiences: ['公众'],
  signUp: {
    form: 'visit',
    opensAt: '2026-09-01T09:00:00+08:00',
    closesAt: '2026-09-10T15:00:00+08:00',
    capacity: 20,
    maxParty: 4,
  },
};
const { signUp } = body;
if (!signUp) throw new Error('the body takes sign-ups');
const decide = (sent: WirePublishBody, known: PublicationContext): PublicationDecision =>
  decidePublication(v.parse(PublishBodySchema, sent), known);
const facts: PublicationContext = { campaign: { state: 'open' }, programmeItem: { kind: '开放日' } };

const fieldErrorsOf = (change: Partial<WirePublishBody>, known: Partial<PublicationContext> = {}): unknown => {
  const decision = decide({ ...body, ...change }, { ...facts, ...known });
  return decision.ok ? [] : decision.errors.map(({ path, code }) => `${path} ${code}`);
};

describe('what is published', () => {
  test('takes its kind from the programme item, and its times as whole seconds', () => {
    const decision = decide({ ...body, startsAt: '2026-09-10T06:00:00.750Z' }, facts);
    expect(decision).toMatchObject({
      ok: true,
      publication: {
        kind: '开放日',
        sample: false,
        startsAt: Date.UTC(2026, 8, 10, 6),
        endsAt: Date.UTC(2026, 8, 10, 8),
        signUp: { opensAt: Date.UTC(2026, 8, 1, 1), closesAt: Date.UTC(2026, 8, 10, 7), capacity: 20 },
      },
    });
  });

  test('is marked as a trial in a trial campaign, asked or not', () => {
    const trial: PublicationContext = { ...facts, campaign: { state: 'open', sample: true } };
    for (const sample of [undefined, true] as const) {
      expect(decide({ ...body, sample }, trial)).toMatchObject({ ok: true, publication: { sample: true } });
    }
  });
});

describe('what is refused', () => {
  const none: WirePublishBody['signUp'] = null;
  test.each<[string, Partial<WirePublishBody>, Partial<PublicationContext>, string[]]>([
    ['nothing wrong', {}, {}, []],
    ['no sign-up', { signUp: none }, {}, []],
    ['no venue', { venue: null }, {}, []],
    ['a kind that is the item’s', { kind: '开放日' }, {}, []],
    ['the whole country', { region: '100000' }, {}, []],
    ['no campaign, whatever else', { region: '999999' }, { campaign: null }, ['campaign unknown-campaign']],
    ['a past campaign', {}, { campaign: { state: 'archived' } }, ['campaign campaign-closed']],
    ['no programme item', {}, { programmeItem: null }, ['programmeId unknown-programme-item']],
    ['another kind', { kind: '科普' }, {}, ['kind server-field']],
    ['a party of all', { signUp: { ...signUp, maxParty: 20 } }, {}, []],
    ['money in what to bring', { bring: '资料费50元' }, {}, ['bring fee-not-allowed']],
    ['money where to meet', { meetAt: '缴费窗口前，先交押金' }, {}, ['meetAt fee-not-allowed']],
    ['money in whom it suits', { suits: '已缴费学员' }, {}, ['suits fee-not-allowed']],
    ['a kind, but no item', { kind: '科普' }, { programmeItem: null }, ['programmeId unknown-programme-item']],
    ['a trial mark on a real campaign', { sample: true }, {}, ['sample sample-mismatch']],
    ['a code that no region has', { region: '549999' }, {}, ['region unknown-region']],
    [
      'an end before the start',
      { endsAt: '2026-09-10T13:59:59+08:00', signUp: none },
      {},
      ['endsAt ends-before-starts'],
    ],
    ['an end at the start', { endsAt: '2026-09-10T14:00:00+08:00', signUp: none }, {}, []],
    ['an end before the start in another offset', { endsAt: '2026-09-10T06:30:00Z', signUp: none }, {}, []],
    [
      'sign-up that closes when it opens',
      { signUp: { ...signUp, closesAt: signUp.opensAt } },
      {},
      ['signUp.closesAt closes-before-opens'],
    ],
    [
      'sign-up that closes after the end',
      { signUp: { ...signUp, closesAt: '2026-09-10T16:00:01+08:00' } },
      {},
      ['signUp.closesAt closes-after-end'],
    ],
    ['sign-up that closes at the end', { signUp: { ...signUp, closesAt: body.endsAt } }, {}, []],
    ['money in the title', { title: '培训班 收费' }, {}, ['title fee-not-allowed']],
    ['money in the summary', { summary: '每人 50 元。' }, {}, ['summary fee-not-allowed']],
    ['money in the organiser', { organiser: { name: '请缴费' } }, {}, ['organiser.name fee-not-allowed']],
    [
      'money at the venue',
      { venue: { name: '押金处', address: '付款码在门口', latitude: 29.6, longitude: 91.1 } },
      {},
      ['venue.name fee-not-allowed', 'venue.address fee-not-allowed'],
    ],
    ['no money, and says so', { summary: '不收费，免费参观。' }, {}, []],
    [
      'much at once',
      { kind: '科普', region: '549999', title: '收费', endsAt: '2026-09-09T00:00:00+08:00' },
      { programmeItem: null },
      [
        'programmeId unknown-programme-item',
        'region unknown-region',
        'endsAt ends-before-starts',
        'signUp.closesAt closes-after-end',
        'title fee-not-allowed',
      ],
    ],
  ])('%s', (_name, change, known, expected) => {
    expect(fieldErrorsOf(change, known)).toEqual(expected);
  });
});

describe('a place far outside the region', () => {
  const far = { name: '活动中心', address: '某路', latitude: 39.9, longitude: 116.4 };
  test('is warned of unless it is confirmed', () => {
    expect(decide({ ...body, venue: far }, facts)).toMatchObject({
      ok: true,
      warnings: [{ path: 'venue', code: 'coordinates-far' }],
    });
    expect(decide({ ...body, venue: { ...far, confirmedFar: true } }, facts)).toMatchObject({
      ok: true,
      publication: { venue: { ...far, confirmedFar: true } },
      warnings: [],
    });
  });

  test('a confirmation that nothing needed is not kept, and excuses nothing else', () => {
    const near = { ...far, latitude: 29.65, longitude: 91.1, confirmedFar: true as const };
    const decision = decide({ ...body, venue: near }, facts);
    expect(decision.ok && decision.publication.venue).not.toHaveProperty('confirmedFar');
    expect(fieldErrorsOf({ venue: { ...far, latitude: 0, longitude: 0, confirmedFar: true } })).toEqual([
      'venue coordinates-outside',
    ]);
  });
});

test('a party of more than all is published with a warning', () => {
  const decision = decide({ ...body, signUp: { ...signUp, maxParty: signUp.capacity + 1 } }, facts);
  expect(decision).toMatchObject({ ok: true, warnings: [{ path: 'signUp.maxParty', code: 'party-over-capacity' }] });
});

test('what may ask for money is published with a warning, field by field', () => {
  const decision = decide({ ...body, summary: '自备工具，可现场购买', bring: '需购买教材' }, facts);
  expect(decision).toMatchObject({
    ok: true,
    warnings: [
      { path: 'summary', code: 'fee-unclear' },
      { path: 'bring', code: 'fee-unclear' },
    ],
  });
  expect(decide(body, facts)).toMatchObject({ ok: true, warnings: [] });
});
