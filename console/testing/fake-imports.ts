import { type FakeRoute, type FakeState, ok, refuse } from './fake-state';

const O = '/api/v1/organisations/:org';

const FAULTS = [
  { row: 4, cell: 'C4', column: '开始时间', code: 'date', value: '9月18号下午', hint: '如 2026-09-18 14:00' },
  { row: 4, cell: 'H4', column: '名额', code: 'integer', value: '六十' },
  { row: 7, cell: 'B7', column: '标题', code: 'fee-not-allowed', value: '品鉴会（门票 20 元）' },
  { row: 9, cell: 'E9', column: '地区', code: 'scope-not-covered', value: '日喀则市桑珠孜区' },
];

/** What a file says depends on its name: `faulty.xlsx` has three bad rows, `stale.xlsx` was overtaken, `bomb.xlsx` is refused. */
export function importRoutes(state: FakeState): readonly FakeRoute[] {
  let checked = '';
  return [
    [
      `POST ${O}/imports`,
      ({ file }) => {
        checked = file ?? '';
        if (checked.startsWith('bomb')) return refuse(400, 'file-too-large');
        const findings = checked.startsWith('faulty') ? FAULTS : [];
        const changes = { created: 9, updated: 2, unchanged: 1 };
        return ok({ id: state.id('import'), sheet: '活动', rows: 12, findings, changes }, 201);
      },
    ],
    [
      `POST ${O}/imports/:id/apply`,
      ({ body }) => {
        if (checked.startsWith('stale')) return refuse(409, 'import-stale');
        return ok({ created: 9, updated: 2, unchanged: 1, skipped: body.onlyGood === true ? 3 : 0 });
      },
    ],
    [`GET ${O}/imports/template.xlsx`, () => ({ status: 200, file: 'template.xlsx' })],
    [`GET ${O}/imports/:id/marked.xlsx`, () => ({ status: 200, file: 'marked.xlsx' })],
  ];
}
