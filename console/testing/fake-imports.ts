import { type FakeRoute, type FakeState, ok, refuse } from './fake-state';

const O = '/api/v1/organisations/:org';

const FAULTS = [
  { row: 4, cell: 'C4', column: '开始时间', code: 'date', value: '9月18号下午', hint: '时间看不懂。' },
  { row: 4, cell: 'H4', column: '名额', code: 'integer', value: '六十', hint: '请填写整数。' },
  {
    row: 7,
    cell: 'B7',
    column: '标题',
    code: 'fee-not-allowed',
    value: '品鉴会（门票 20 元）',
    hint: '质量月活动不得收费，请去掉涉及收费的文字。',
  },
  {
    row: 9,
    cell: 'E9',
    column: '地区',
    code: 'region-outside-scope',
    value: '日喀则市桑珠孜区',
    hint: '不在本机构负责的地区。',
  },
];

const BAD_ROWS = 3;

/** What a file says depends on its name: `faulty.xlsx` has three bad rows, `stale.xlsx` was overtaken, `bomb.xlsx` is refused. */
export function importRoutes(state: FakeState): readonly FakeRoute[] {
  let checked = '';
  return [
    [
      `POST ${O}/imports`,
      ({ file }) => {
        checked = file ?? '';
        if (checked.startsWith('bomb')) return refuse(422, 'file-refused', { hint: '文件解开后过大，无法读取。' });
        const findings = checked.startsWith('faulty') ? FAULTS : [];
        const outcomes = [...Array<'new'>(9).fill('new'), ...Array<'changed'>(2).fill('changed'), 'unchanged'];
        const changes = outcomes
          .slice(findings.length === 0 ? 0 : BAD_ROWS)
          .map((outcome, index) => ({ row: index + 2, id: `e-${index}`, outcome, fields: [] }));
        return ok({ id: state.id('import'), sheet: '活动', rows: 12, findings, warnings: [], changes }, 201);
      },
    ],
    [
      `POST ${O}/imports/:id/apply`,
      ({ body }) => {
        if (checked.startsWith('stale')) return refuse(409, 'event-changed', { ids: ['e-1'] });
        return ok({ created: body.onlyGood === true ? 9 - BAD_ROWS : 9, changed: 2, unchanged: 1 });
      },
    ],
    [`GET ${O}/imports/template.xlsx`, () => ({ status: 200, file: 'template.xlsx' })],
    [`GET ${O}/imports/:id/marked.xlsx`, () => ({ status: 200, file: 'marked.xlsx' })],
  ];
}
