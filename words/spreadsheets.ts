/** What is said in and about spreadsheets: imports of events, their template, exports of rosters. */
import { COLUMNS, FORM_NAMES, NO_SIGN_UP, type ColumnKey } from '../domain/event-import/columns';
import type { FileRefusal } from '../domain/event-import/file-refusal';
import type { ImportFault } from '../domain/event-import/import-types';
import type { ExportPurpose, RosterColumn } from '../domain/roster/roster-export';

export const SHEET_NAMES = {
  events: '活动',
  guide: '填写说明',
  lists: '选项',
  roster: '名单',
  faults: '待修改',
} as const;

export const FILE_REFUSALS: Readonly<Record<FileRefusal, string>> = {
  'empty-file': '文件是空的，请检查后重新选择。',
  'file-too-large': '文件超过 1 MB。请删去图片和用不到的工作表，或分成几个文件导入。',
  'unpacked-too-large': '文件解开后过大，无法读取。请把活动复制到新下载的模板里再导入。',
  'too-many-entries': '文件里的内容过多，无法读取。请把活动复制到新下载的模板里再导入。',
  'old-excel':
    '这是旧版 Excel（.xls）、WPS 表格（.et）或设了密码的文件。请去掉密码，另存为“Excel 工作簿（.xlsx）”后再导入。',
  'web-page': '这个文件其实是网页，只是文件名像表格。请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”后再导入。',
  'not-a-workbook': '这不是 Excel 工作簿（.xlsx）或 CSV 文件，请检查后重新选择。',
  'broken-workbook': '文件不完整或已损坏。请用 Excel 或 WPS 打开，另存一份后再导入。',
  password: '文件设了密码，请去掉密码后再导入。',
  macros: '文件带有宏，为安全起见不能导入。请另存为不带宏的“Excel 工作簿（.xlsx）”。',
  'external-links': '文件引用了其他文件的数据，为安全起见不能导入。请把这些单元格粘贴为“值”，另存后再导入。',
  'unknown-encoding': '认不出文件的编码。请另存为“CSV UTF-8”或 .xlsx 后再导入。',
  'not-csv': 'CSV 文件的引号不成对，无法分列。请用 Excel 或 WPS 另存为 .xlsx 后再导入。',
  'no-sheet': '文件里没有可以读取的工作表（隐藏的工作表不读取）。',
  'too-many-rows': '一次最多导入 2000 行，请分成几个文件。',
  'too-many-columns': '内容超过 60 列，请只保留模板里的列。',
  'took-too-long': '文件过于复杂，没能在限定时间内读完。请把活动复制到新下载的模板里再导入。',
};

/** How each column is filled in, and an example: notes on the template's heading, and its guide. */
export const COLUMN_GUIDE: Readonly<Record<ColumnKey, { readonly how: string; readonly example: string }>> = {
  id: {
    how: '每场活动一个编号，由字母、数字、“-”和“_”组成，最多 64 个字符。再次导入时按编号找到原来的活动，所以请不要改动。',
    example: 'lhasa-2026-001',
  },
  item: { how: '从列表中选择，也可以填写官方文件中的项目名称或项目编号。', example: '检验检测机构开放日（t058）' },
  title: { how: '最多 60 个字。', example: '走进计量实验室' },
  summary: { how: '可以不填。最多 1000 个字，可以换行。', example: '看看一把秤是怎么检定的。' },
  organiser: { how: '不填时使用本机构的名称。', example: '' },
  phone: { how: '可以不填。供群众咨询的电话，座机请带区号。', example: '0891-1234567' },
  region: { how: '从列表中选择，也可以填写地区名称或六位地区代码。', example: '西藏自治区拉萨市城关区（540102）' },
  venue: { how: '可以不填。填写时，详细地址和坐标也要填写。', example: '城关区文化活动中心' },
  address: { how: '填写地点时必填。', example: '拉萨市城关区某某路 1 号' },
  coordinates: {
    how: '填写地点时必填。纬度在前、经度在后，用逗号隔开；可以在腾讯地图的“坐标拾取器”里查到。',
    example: '29.652,91.132',
  },
  startsAt: { how: '年-月-日 时:分。不写年份时按活动年度计算；不写几点时按全天计算。', example: '2026-09-08 09:30' },
  endsAt: { how: '年-月-日 时:分。不写几点时按当天结束计算。', example: '2026-09-08 11:30' },
  audiences: { how: '公众、企业、机构，可以填写几个，用顿号隔开。不填时与活动项目相同。', example: '公众、企业' },
  form: {
    how: `${Object.values(FORM_NAMES).join('、')}，或${NO_SIGN_UP}。不填也是${NO_SIGN_UP}，后面四列就不用填了。`,
    example: FORM_NAMES.visit,
  },
  opensAt: { how: '需要报名时必填。', example: '2026-09-01 09:00' },
  closesAt: { how: '需要报名时必填，不能晚于活动结束时间。', example: '2026-09-07 18:00' },
  capacity: { how: '需要报名时必填。一共可以报名多少人；QC小组按组计算。', example: '60' },
  maxParty: { how: '需要报名时必填。一次最多替几个人报名，最多 50。', example: '5' },
  suits: { how: '可以不填。最多 60 个字。', example: '适合 6 岁以上儿童，须有家长陪同' },
  bring: { how: '可以不填。最多 60 个字。', example: '' },
  meetAt: { how: '可以不填。最多 60 个字。', example: '一楼大厅' },
};

export const GUIDE_WORDS = {
  heading: ['列名', '是否必填', '怎么填', '例子'],
  required: '必填',
  optional: '选填',
  intro:
    '请在“活动”工作表里填写，一行一场活动，不要改动第一行。同一份文件可以多次导入：没有改动的活动不会变化，文件里没有的活动不会被删除。',
} as const;

type Hint = string | ((fault: ImportFault) => string);

const meant = (detail: string | undefined): string => (detail === undefined ? '' : `您是不是要填：${detail}？`);

const HINTS: Readonly<Record<string, Hint>> = {
  'no-heading': '没有找到表头。请使用模板，第一行是“编号、活动项目、标题……”。',
  'column-missing': ({ column }) => `缺少“${column === null ? '' : COLUMNS[column].title}”这一列，请补上。`,
  'column-twice': '这一列出现了两次，请只保留一列。',
  'campaign-closed': '这个年度已经结束，只供查阅，不能再导入活动。',
  'unknown-column': '模板里没有这一列，导入时不读取。',
  required: '没有填写。',
  'event-id': '编号只能用字母、数字、“-”和“_”，以字母或数字开头，最多 64 个字符。',
  'id-used-above': ({ detail = '' }) => `与第 ${detail} 行的编号重复，请换一个。`,
  'id-taken': '这个编号不能使用，请换一个。',
  'unknown-programme-item': ({ detail }) => `官方文件中没有这个活动项目，请从列表中选择。${meant(detail)}`,
  'item-ambiguous': ({ detail = '' }) => `有几个同名的活动项目，请加上项目编号：${detail}。`,
  'unknown-region': '没有这个地区，请从列表中选择，或填写六位地区代码。',
  'region-ambiguous': ({ detail = '' }) => `有几个同名的地区，请写全名称或填写代码：${detail}。`,
  'region-outside-scope': '这个地区不在本机构的范围内。',
  date: '看不懂这个时间，请写成“2026-09-08 09:30”的样子。',
  'no-such-day': '没有这一天，请检查月份和日期。',
  'date-range': '一格只能填一个时间，请把开始和结束分开填写。',
  'year-missing': '请写全四位年份，例如“2026-09-08 09:30”。',
  'day-missing': '只写了几点，请补上日期。',
  'time-missing': '没有写几点，已按全天计算。',
  'ends-before-starts': '结束时间早于开始时间。',
  'closes-before-opens': '报名截止应晚于报名开始。',
  'closes-after-end': '报名截止不能晚于活动结束时间。',
  'fee-not-allowed': ({ detail }) =>
    `质量月活动不收费，请删去涉及收费的文字${detail === undefined ? '' : `“${detail}”`}。`,
  'fee-unclear': ({ detail }) => `${detail === undefined ? '这段文字' : `“${detail}”`}可能涉及收费，请再核对。`,
  coordinates: '请先写纬度、再写经度，用逗号隔开，例如“29.652,91.132”。',
  'coordinates-swapped': '纬度和经度写反了，纬度在前。',
  'coordinates-outside': '坐标不在中国境内，请检查。',
  'coordinates-far': '坐标离所填地区 100 公里以上，请核对。',
  'party-over-capacity': '每次最多人数超过了名额，请核对。',
  integer: '请填写整数。',
  'too-small': '数值太小，至少为 1。',
  'too-large': '数值太大。',
  'too-long': '文字太长，请缩短。',
  phone: '不是电话号码。只能有数字、“+”、“-”、括号和空格，3 至 20 个字符。',
  'zero-lost': '号码开头的 0 可能被表格软件去掉了，请核对区号。',
  'not-allowed': ({ column }) =>
    column === 'audiences'
      ? '只能填写公众、企业、机构，用顿号隔开。'
      : `请填写${Object.values(FORM_NAMES).join('、')}或${NO_SIGN_UP}。`,
  'not-used': '没有填写需要报名的方式，这一格不起作用。',
  'merged-cell': '这一格与左边的格合并了，请取消合并后分开填写。',
  'cell-error': '公式出错了，请直接填写内容。',
  'formula-without-result': '公式没有保存结果，请直接填写内容。',
  'wrong-type': '填写的内容类型不对，请填写文字。',
  'control-character': '含有看不见的控制字符，请删去后重新填写。',
  'sample-mismatch': '只有示例年度的活动可以标为示例。',
};

/** What to do about it, in a sentence. */
export function hintOf(fault: ImportFault): string {
  const hint = HINTS[fault.code];
  if (hint === undefined) return `请检查这一格（${fault.code}）。`;
  return typeof hint === 'string' ? hint : hint(fault);
}

/** As the API says it: the column by its title, with the hint. */
export function presentFault({ row, cell, column, code, value, detail }: ImportFault): {
  readonly row: number;
  readonly cell: string | null;
  readonly column: string | null;
  readonly code: string;
  readonly value: string;
  readonly hint: string;
} {
  const fault = { row, cell, column, code, value, ...(detail !== undefined && { detail }) };
  return { row, cell, column: column === null ? null : COLUMNS[column].title, code, value, hint: hintOf(fault) };
}

/** `标题：没有填写。` */
export function sayFault(fault: ImportFault): string {
  return fault.column === null ? hintOf(fault) : `${COLUMNS[fault.column].title}：${hintOf(fault)}`;
}

export const ROSTER_TITLES: Readonly<Record<RosterColumn, string>> = {
  name: '姓名',
  mobile: '手机号',
  seats: '人数',
  state: '报名状态',
  ticket: '凭证号',
  enterprise: '单位名称',
  creditCode: '统一社会信用代码',
  post: '职务',
  group: '小组名称',
  topic: '课题',
  signedUpAt: '报名时间',
  attendedAt: '到场时间',
};

export const PURPOSE_NAMES: Readonly<Record<ExportPurpose, string>> = {
  entry: '入场核验',
  contact: '联系通知',
  seating: '安排座位',
  certificate: '制作证书',
};

/** The first line of an export: whose it is, what for, and of when; and that it is to be kept with care. */
export function rosterHeading(of: {
  readonly organisation: string;
  readonly event: string;
  readonly purpose: ExportPurpose;
  readonly at: string;
}): string {
  return `${of.organisation}　${of.event}　用途：${PURPOSE_NAMES[of.purpose]}　导出时间：${of.at}　含个人信息，仅限上述用途，用后请删除`;
}
