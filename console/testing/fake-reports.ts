/** Reports of fees, for component tests. */
import type { ReportState } from '../../domain/report-fee/report';
import { type FakeRoute, ok, refuse } from './fake-state';

export interface FakeReport {
  readonly id: string;
  readonly contact: string | null;
  state: ReportState;
  words: string;
}

export const REPORT: FakeReport = {
  id: '7d0f5b0e-7b0a-4a52-9d7e-0d2f8c1c5a01',
  contact: '13912345678',
  state: 'received',
  words: '',
};

const present = ({ id, state, words }: FakeReport): object => ({
  ...{ id, state, words, receipt: 'ABCDEFGHJK', kind: 'fee', what: '现场收取资料费50元', sum: 50, hasContact: true },
  event: { id: 'county-new', title: '城关区计量检定便民日', suspended: false },
  organisation: { id: 'county', name: '城关区市场监督管理局' },
  ...{ at: '2026-09-10T14:00:00+08:00', changedAt: '2026-09-10T14:00:00+08:00' },
});

export function reportRoutes(): readonly FakeRoute[] {
  const report = { ...REPORT };
  const O = '/api/v1/organisations/:org';
  return [
    [
      `GET ${O}/reports`,
      ({ query }) => ok({ reports: (query.get('state') ?? report.state) === report.state ? [present(report)] : [] }),
    ],
    [`GET ${O}/reports/:id`, () => ok({ ...present(report), contact: report.contact })],
    [
      `POST ${O}/reports/:id`,
      ({ body }) => {
        const { state, words } = body as unknown as Pick<FakeReport, 'state' | 'words'>;
        if (state === 'handled' && words === '') return refuse(400, 'words-required');
        Object.assign(report, { state, words });
        return ok(present(report));
      },
    ],
  ];
}
