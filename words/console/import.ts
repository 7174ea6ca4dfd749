export const importWords = {
  title: '批量导入',
  lead: '用 Excel 一次新建或更新多场活动',
  template: '下载模板',
  templateHint: '模板里有填写说明和下拉选项。编号相同的行会更新原有活动，不会重复新建。',
  choose: '选择文件',
  drop: '也可以把文件拖到这里',
  limits: '支持 .xlsx 和 .csv，不超过 1 MB。导入前会先检查，检查不会改动任何活动。',
  again: '换一个文件',
  steps: { choose: '选择文件', check: '检查', apply: '写入' },
  checking: (name: string) => `正在检查“${name}”，请稍候`,
  elapsed: (seconds: number) => `已用 ${seconds} 秒`,
  applying: (rows: number) => `正在写入 ${rows} 行，请不要关闭本页`,
  checked: (sheet: string, rows: number) => `工作表“${sheet}”，共 ${rows} 行`,
  changes: (created: number, updated: number, unchanged: number) =>
    `新建 ${created} 场，更新 ${updated} 场，${unchanged} 场没有变化`,
  allGood: '检查通过，没有发现问题。',
  faults: (faults: number, rows: number) => `${rows} 行有问题，共 ${faults} 处。请在 Excel 里改好再上传。`,
  marked: '下载标注了问题的表格',
  apply: '全部导入',
  applyGood: (rows: number) => `只导入没有问题的 ${rows} 行`,
  asDrafts: '导入后是草稿，核对后再发布。',
  nothing: '表格内容与现有活动完全一致，无需导入。',
  doneTitle: '导入完成',
  done: (created: number, updated: number) => `新建 ${created} 场，更新 ${updated} 场。`,
  skipped: (rows: number) => `有问题的 ${rows} 行没有导入，可下载标注了问题的表格，改好后再导入。`,
  toDrafts: '查看草稿',
  more: '再导入一份',
  lost: '没有连上服务器。文件还在，联网后点“重试”。',
  stale: '检查之后，有活动被别人改过。请重新检查。',
  recheck: '重新检查',
  tooLarge: '文件超过 1 MB，请拆成几份再导入。',
  wrongKind: '只支持 .xlsx 和 .csv 文件。.xls 文件请在 Excel 里另存为 .xlsx。',
  columns: { row: '行', cell: '单元格', column: '列', value: '填写的内容', fault: '问题' },
  whole: '整份表格',
} as const;

/** Of the whole file, in the place of the list of faults. */
export const fileFaults: Readonly<Record<string, string>> = {
  'file-too-large': '文件太大，请拆成几份再导入。',
  'not-a-workbook': '文件打不开。请在 Excel 或 WPS 里另存为 .xlsx 后再试。',
  'macros-not-allowed': '表格里有宏，请另存为不带宏的 .xlsx 后再试。',
  'external-links-not-allowed': '表格链接了其他文件，请断开链接后再试。',
  'too-many-rows': '行数太多，请拆成几份再导入。',
  'import-gone': '检查结果已过期，请重新检查。',
  'import-stale': '检查之后，有活动被别人改过，请重新检查。',
};

const faults: Readonly<Record<string, string>> = {
  required: '没有填写',
  'header-missing': '缺少这一列',
  'header-unknown': '模板里没有这一列',
  'header-repeated': '这一列出现了两次',
  'unknown-value': '不在下拉选项里',
  date: '日期看不懂，请写成 2026-09-18 14:00',
  'id-repeated': '与前面的一行编号重复',
  'ends-before-starts': '结束时间早于开始时间',
  'closes-before-opens': '截止时间应晚于开放报名的时间',
  'closes-after-end': '截止时间不能晚于活动结束时间',
  'fee-not-allowed': '质量月活动不得收费，请去掉涉及收费的文字',
  'unknown-programme-item': '本年度的官方文件中没有这个项目',
  'unknown-region': '没有这个地区',
  'scope-not-covered': '不在本机构管辖的地区内',
  'too-long': '太长了',
  integer: '请填写整数',
  'too-small': '数字太小',
  'too-large': '数字太大',
  phone: '不是电话号码',
  'coordinates-swapped': '纬度和经度写反了',
  'coordinates-outside': '坐标不在中国境内',
};

export function faultSentence(code: string, hint: string | null | undefined): string {
  const sentence = faults[code] ?? '填写有误';
  return hint ? `${sentence}（${hint}）` : sentence;
}
