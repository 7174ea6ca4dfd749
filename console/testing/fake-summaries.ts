/** Figures and summaries of the fake server. Its hashes are no hashes, but differ from version to version. */
import * as v from 'valibot';
import { byRegion } from '../../domain/figures/rows';
import { EMPTY_SUMMARY } from '../../domain/summary/summary-body';
import { WrittenBodySchema } from '../../domain/summary/written-body';
import { decideReceived, decideSummary } from '../../domain/summary/summary-state';
import { dayOf, daysBetween, formatInstant } from '../../domain/time/time';
import type { FigureNumbers, Summary, SummaryBelow } from '../net/answers';
import { at, CAMPAIGN, FAKE_NOW, type FakeSummary } from './fake-data';
import { type FakeAnswer, type FakeRequest, type FakeRoute, type FakeState, ok, refuse } from './fake-state';

const O = '/api/v1/organisations/:org';
const S = `${O}/summaries/:campaign`;
const AS_OF = formatInstant(FAKE_NOW);
const DUE_ON = '2026-10-09';
const { id, year, theme } = CAMPAIGN;
const campaign = { id, year, theme };
const PARAGRAPHS = [
  ['三（二） 首席质量官', 2],
  ['三（六） 实验室开放', 3],
] as const;

const numbers = (planned: number, held = 0, more: Partial<FigureNumbers> = {}): FigureNumbers => ({
  ...{ planned, held, cancelled: 0, signUps: planned * 20, attended: null, attendedBy: null },
  ...{ unchecked: held, waiting: 0, enterprises: planned },
  ...more,
});
const CHECKED = { attended: 57, attendedBy: { scanned: 41, manual: 9, walkIn: 4, paper: 3 }, unchecked: 1 };
const rowNumbers = (index: number): FigureNumbers =>
  index === 1 ? numbers(5, 3, CHECKED) : numbers(index === 2 ? 2 : 0);

export const emptySummary = (): FakeSummary => ({
  ...{ state: 'draft', edits: 0, body: EMPTY_SUMMARY, reason: null, versions: [], received: null },
});

export function summaryRoutes(state: FakeState): readonly FakeRoute[] {
  const of = (org: string | undefined): FakeSummary => (state.summaries[org ?? ''] ??= emptySummary());
  const nameOf = (org: string | undefined): { id: string; name: string; region: string } => {
    const found = state.organisations.find((each) => each.id === org);
    return { id: org ?? '', name: found?.name ?? '', region: found?.region ?? '' };
  };
  const lastOf = ({ versions }: FakeSummary): FakeSummary['versions'][number] | null => versions.at(-1) ?? null;
  const daysLeft = (): number => daysBetween(dayOf(state.summaryNow), DUE_ON);
  const figures = { asOf: AS_OF, total: numbers(5, 3, CHECKED) };
  const paragraphs = PARAGRAPHS.map(([key, planned]) => ({ key, name: key, ...numbers(planned, 1) }));

  function present(org: string | undefined): Summary {
    const { edits, body, reason, versions, state: stands } = of(org);
    const last = lastOf(of(org));
    return {
      ...{ campaign, organisation: nameOf(org), state: stands, edits, body, reason },
      ...{ version: last?.version ?? 0, hash: last?.hash ?? null },
      deadline: { dueOn: DUE_ON, documentNo: '藏质标办〔2025〕1号', paragraph: '五', daysLeft: daysLeft() },
      figures: { ...figures, paragraphs },
      versions: versions.map(({ version, hash, submittedAt, late }) => ({ version, hash, submittedAt, late })),
      changedBelow: [],
      reminders: [],
    };
  }

  function presentBelow(org: string): SummaryBelow {
    const { state: stands, reason, received, edits } = of(org);
    const last = lastOf(of(org));
    return {
      ...{ ...nameOf(org), hasAccount: true, reason, received },
      state: edits === 0 && last === null ? null : stands,
      last: last && { version: last.version, hash: last.hash, submittedAt: last.submittedAt, late: last.late },
    };
  }

  const decide = (
    org: string | undefined,
    act: Parameters<typeof decideSummary>[1],
    then: (summary: FakeSummary) => void = () => undefined,
  ): FakeAnswer | null => {
    const summary = of(org);
    const last = lastOf(summary);
    const decision = decideSummary(
      { state: summary.state, version: last?.version ?? 0, hash: last?.hash ?? null },
      act,
    );
    if (!decision.ok) return refuse(409, decision.code);
    summary.state = decision.state;
    summary.edits += 1;
    then(summary);
    return null;
  };

  const own =
    (what: 'write' | 'submit' | 'withdraw', then: (summary: FakeSummary, request: FakeRequest) => void) =>
    (request: FakeRequest): FakeAnswer => {
      const { org } = request.params;
      if (what === 'submit' && !state.isProven) return refuse(403, 'proof-required');
      if (request.rev !== null && request.rev !== of(org).edits) return refuse(409, 'summary-changed');
      return (
        decide(org, { act: what }, (summary) => {
          then(summary, request);
        }) ?? ok(present(org))
      );
    };

  const below =
    (act: (request: FakeRequest) => FakeAnswer | null) =>
    (request: FakeRequest): FakeAnswer =>
      act(request) ?? ok(presentBelow(request.params.below ?? ''));

  return [
    [
      `GET ${O}/figures`,
      ({ query, params }) => {
        if (query.get('format') === 'xlsx') return { status: 200, file: 'figures.xlsx' };
        const { groups } = byRegion(nameOf(params.org).region);
        const rows = groups.map((group, index) => ({ ...group, ...rowNumbers(index), list: '' }));
        return ok({ campaign, by: query.get('by') ?? 'region', ...figures, rows });
      },
    ],
    [
      `GET ${O}/figures/events`,
      ({ query }) =>
        ok({
          ...{ by: query.get('by'), key: query.get('key'), name: '城关区', asOf: query.get('asOf') ?? AS_OF },
          ...{ total: rowNumbers(1), next: null },
          events: [
            {
              ...{ id: 'open-day', title: '食品检测实验室开放日', region: '540102', regionName: '城关区' },
              ...{ organisation: { id: 'lasa', name: nameOf('lasa').name }, startsAt: at(8, 14), endsAt: at(8, 16) },
              ...numbers(1),
            },
          ],
        }),
    ],
    [`GET ${S}`, ({ params }) => ok(present(params.org))],
    [
      `PUT ${S}`,
      own('write', (summary, { body }) => {
        summary.body = v.parse(WrittenBodySchema, body);
      }),
    ],
    [
      `POST ${S}/submit`,
      own('submit', (summary) => {
        const version = summary.versions.length + 1;
        const hash = String(version).repeat(64).slice(0, 64);
        const late = daysLeft() < 0;
        summary.versions.push({
          version,
          hash,
          body: summary.body,
          submittedAt: formatInstant(state.summaryNow),
          late,
        });
      }),
    ],
    [`POST ${S}/withdraw`, own('withdraw', () => undefined)],
    [
      `GET ${S}/versions/:n`,
      ({ params, query }) => {
        const org = query.get('of') ?? params.org;
        const found = of(org).versions.find(({ version }) => String(version) === params.n);
        if (found === undefined) return refuse(404, 'not-found');
        const { body, ...version } = found;
        return ok({
          ...{ ...version, text: '{}', differences: [] },
          snapshot: {
            ...{ campaign: id, organisation: nameOf(org), ...version, body, contains: [] },
            figures: { total: figures.total, paragraphs },
          },
          since: { asOf: AS_OF, differences: [{ path: 'figures.total.held', before: 3, after: 4 }] },
        });
      },
    ],
    [
      `POST ${S}/pictures`,
      () => ok({ id: '8f14e45f-ceea-8467-9575-2b1d1f0c3a55', type: 'image/png', bytes: 900 }, 201),
    ],
    [
      `GET ${S}/below`,
      ({ params }) => {
        const organisations = state.organisations
          .filter(({ above }) => above === params.org)
          .map((each) => presentBelow(each.id));
        const isHere = (row: SummaryBelow): boolean => row.state === 'submitted' || row.state === 'accepted';
        return ok({
          ...{ campaign, deadline: present(params.org).deadline, organisations },
          rollUp: {
            contains: organisations.filter(isHere).map((row) => ({
              ...{ organisation: row.id, name: row.name, version: row.last?.version ?? 0, hash: row.last?.hash ?? '' },
              accepted: row.state === 'accepted',
            })),
            missing: organisations
              .filter((row) => !isHere(row) && row.received === null)
              .map((row) => ({
                organisation: row.id,
                name: row.name,
                why: row.state === 'returned' ? 'returned' : 'not-begun',
              })),
            offline: organisations.flatMap(({ id: organisation, name, received }) =>
              received === null ? [] : [{ organisation, name, on: received.on }],
            ),
            hand: Object.fromEntries(Object.keys(EMPTY_SUMMARY.hand).map((name) => [name, { sum: null, from: 0 }])),
          },
        });
      },
    ],
    [
      `POST ${S}/below/:below/accept`,
      below(({ params, body }) => {
        if (!state.isProven) return refuse(403, 'proof-required');
        return decide(params.below, { act: 'accept', version: Number(body.version), hash: String(body.hash) });
      }),
    ],
    [
      `POST ${S}/below/:below/return`,
      below(({ params, body }) =>
        decide(params.below, { act: 'return', version: Number(body.version) }, (summary) => {
          summary.reason = String(body.reason);
        }),
      ),
    ],
    [
      `POST ${S}/below/:below/received`,
      below(({ params, body }) => {
        const summary = of(params.below);
        const decision = decideReceived(summary.state, String(body.on), dayOf(FAKE_NOW));
        if (!decision.ok) return refuse(409, decision.code);
        summary.received = { on: String(body.on), who: String(body.who) };
        return null;
      }),
    ],
    [
      `DELETE ${S}/below/:below/received`,
      below(({ params }) => {
        of(params.below).received = null;
        return null;
      }),
    ],
  ];
}

/** A colleague saves a change meanwhile. */
export function changeSummaryBehind(state: FakeState, org: string, measures: string): void {
  const summary = (state.summaries[org] ??= emptySummary());
  summary.body = { ...summary.body, texts: { ...summary.body.texts, measures } };
  summary.edits += 1;
}

/** An organisation hands in a version. */
export function submitBehind(state: FakeState, org: string, measures: string): void {
  changeSummaryBehind(state, org, measures);
  const summary = state.summaries[org];
  if (summary === undefined) return;
  const version = summary.versions.length + 1;
  summary.state = 'submitted';
  summary.versions.push({
    ...{ version, hash: String(version).repeat(64).slice(0, 64), body: summary.body },
    ...{ submittedAt: at(-1, 17), late: false },
  });
}
