import type { TextPart } from '../../domain/summary/summary-body';
import { FIGURE_NAMES } from '../figures';
import { BY_HAND, HAND_NUMBER_NAMES, LATE, TEXT_PART_NAMES } from '../summary';

/** What may be written where. */
export const summaryHints: Readonly<Record<TextPart, string>> = {
  measures: '怎么组织的，办了哪些活动，有什么做法值得一说。',
  results: '给群众、企业带来了什么。场次和人次已自动填好，不必再写。',
  problems: '遇到的困难和不足，照实写。',
  next: '接下来打算怎么做。',
};

export const summaryWords = {
  title: '总结与案例',
  save: '保存',
  saved: '已保存。',
  conflict: '这份总结刚被同事改过',
  submit: '报送上级',
  submitted: '已报送。在上级接收之前，可以撤回修改。',
  submitTitle: '报送这份总结？',
  submitText: '系统会把现在的数字和文字定格为一个版本，印上校验码，报送上级。在上级接收之前可以撤回。',
  submitLate: '已过截止日期，会标为“迟报”。',
  withdraw: '撤回修改',
  withdrawn: '已撤回，可以继续修改。',
  unsaved: '有未保存的修改',
  allSaved: '已保存',
  keptHere: '没有连上服务器。已填写的内容保存在本机，联网后会自动再次保存。',
  notKept: '本机存不下未保存的内容，请不要关闭本页，并尽快保存。',
  restored: '已恢复您上次没有保存的内容。',
  toFix: (count: number) => `还有 ${count} 项要修改`,
  showFirst: '看第一项',
  returned: (reason: string) => `上级退回了这份总结：${reason}`,
  locked: {
    submitted: '已报送上级。要修改，请先撤回。',
    accepted: '上级已接收这份总结，内容不再变动。',
  },
  readOnly: '您的权限可以查看总结，不能修改。',
  deadline: (day: string, source: string) => `${day}前报送（${source}）`,
  daysLeft: (days: number) => (days === 0 ? '今天截止' : `还有 ${days} 天`),
  overdue: '已过截止日期，仍可以报送，会标为“迟报”',
  figures: '自动汇总的数字',
  figuresText: '以下数字由系统从活动、报名和入场核验中自动汇总，不用填写。报送时定格。',
  paragraph: '通知条目',
  texts: '文字',
  textsText: '四段都可以留空。请不要写手机号、身份证号，也不要写收费内容。',
  count: (used: number, most: number) => `${used} / ${most} 字`,
  hand: '系统里没有的数字',
  handText: '都可以不填。不填表示没有统计，不等于 0。填写的数字会标明“手填”。',
  cases: '典型案例',
  casesText: '可以不写，最多 3 个。',
  addCase: '添加案例',
  caseNth: (nth: number) => `案例 ${nth}`,
  removeCase: (nth: number) => `删除案例 ${nth}`,
  caseTitle: '标题',
  caseBody: '内容',
  caseParagraph: '对应的通知条目',
  caseEvents: '对应的活动',
  visibility: '用途',
  pictures: '图片',
  picturesText:
    '最多 3 张。手机照片可以直接选，太大的会自动缩小，拍摄地点等附带信息会自动去掉。请不要用能认出群众面容的照片。',
  addPicture: '添加图片',
  addingPicture: '正在上传…',
  picture: (nth: number) => `图片 ${nth}`,
  removePicture: (nth: number) => `删除图片 ${nth}`,
  choose: '请选择',
} as const;

export const versionWords = {
  title: '报送过的版本',
  none: '还没有报送过。',
  version: (n: number) => `第 ${n} 版`,
  at: (when: string) => `${when} 报送`,
  hash: '校验码（SHA-256）',
  word: '下载 Word',
  excel: '下载 Excel',
  wordName: (name: string, n: number) => `${name}-质量月活动总结-第${n}版.docx`,
  excelName: (name: string, n: number) => `${name}-质量月活动总结-第${n}版.xlsx`,
  compare: '查看变化',
  compareOf: (n: number) => `查看变化：第 ${n} 版`,
  differences: '与上一版相比',
  noDifferences: '与上一版相比没有变化。',
  first: '这是第一版。',
  since: (when: string) => `报送之后的变化（截至 ${when}）`,
  noSince: '报送之后，数字没有变化。',
  changedBelow: '下级的总结在您报送之后有变化：',
  changedBelowOf: (name: string, contained: number | null, now: number | null) =>
    `${name}：您的版本中${contained === null ? '没有包含' : `是第 ${contained} 版`}，现在${now === null ? '已撤回或退回' : `是第 ${now} 版`}`,
  ways: '到场的核验方式',
  field: '内容',
  before: '原来',
  after: '现在',
  nothing: '（无）',
} as const;

export const belowSummaryWords = {
  title: '下级总结',
  lead: '下级机构的报送情况。不分先后，不必等齐，随时可以汇总',
  columns: { name: '机构', state: '状态', at: '报送时间', hash: '校验码', acts: '操作' },
  open: '查看',
  openOf: (name: string) => `查看${name}的总结`,
  noAccount: '还没有账号',
  notBegun: '还没有开始',
  receivedOn: (day: string) => `已线下收到（${day}）`,
  received: '登记线下收到',
  receivedOf: (name: string) => `登记线下收到${name}的总结`,
  receivedTitle: (name: string) => `登记线下收到：${name}`,
  receivedText: '已收到纸质或其他方式报送的总结时登记。登记后不再提醒对方，对方也不必再报一次。',
  receivedDay: '收到日期',
  receivedWho: '收件人',
  receivedDone: '已登记。',
  unreceive: '撤销登记',
  unreceiveOf: (name: string) => `撤销登记：${name}`,
  unreceived: '已撤销登记。',
  required: '请填写。',
  accept: '接收这一版',
  accepted: '已接收。',
  return: '退回修改',
  reason: '退回原因',
  reasonHint: '对方会看到这段话，最多 200 字。',
  reasonRequired: '请填写退回原因。',
  returnSubmit: '确认退回',
  returned: '已退回，对方会看到原因。',
  changed: '对方刚报送了新的版本或已撤回，下面已换成最新的情况，请重新核对。',
  rollUp: '汇总',
  rollUpText: '您报送自己的总结时，会写明包含了下面这些版本。没有收到的不用等，收到后再报一版即可。',
  contains: (count: number) => `包含 ${count} 份下级总结`,
  accepted1: '已接收',
  notAccepted: '尚未接收',
  missing: (count: number) => `未收到 ${count} 份`,
  offline: (count: number) => `线下收到 ${count} 份（不计入合计）`,
  why: { 'no-account': '没有账号', 'not-begun': '没有开始', draft: '没有报送', returned: '已退回' },
  handSum: '手填数字合计',
  sumFrom: (sum: string, from: number) => `${sum}（${from} 家填写）`,
  unknown: '没有人填写',
  empty: '没有下级机构。',
} as const;

const codes: Readonly<Record<string, string>> = {
  required: '请填写。',
  'too-long': '太长了，请删减一些。',
  'too-small': '数字太小了。',
  'too-large': '数字太大了。',
  integer: '请填写整数，不知道可以留空。',
  'wrong-type': '请填写整数，不知道可以留空。',
  'control-character': '含有看不见的控制字符，请重新输入。',
  'identity-number': '请去掉身份证号。',
  'mobile-number': '请去掉手机号。',
  'fee-not-allowed': '质量月活动不得收费，请去掉涉及收费的文字。',
  'not-allowed': '没有这个条目，请重新选择。',
  'event-not-found': '有活动已被删除，请重新选择。',
  'picture-not-found': '图片已不在，请重新上传。',
};

export const summarySentence = (code: string): string => codes[code] ?? '填写有误，请修改。';

/** A path of a summary's version in words. */
export function summaryPathText(path: string, paragraphs: readonly { readonly name: string }[]): string {
  const [head = '', part = '', third = '', fourth = ''] = path.replace(/^body\./, '').split('.');
  if (head === 'texts') return (TEXT_PART_NAMES as Readonly<Record<string, string>>)[part] ?? path;
  if (head === 'hand') return `${(HAND_NUMBER_NAMES as Readonly<Record<string, string>>)[part] ?? path}（${BY_HAND}）`;
  if (head === 'cases') return summaryWords.caseNth(Number(part) + 1);
  if (head === 'contains') return '包含的下级版本';
  if (head !== 'figures') return { late: LATE, submittedAt: '报送时间', version: '版本' }[head] ?? '其他';
  const isTotal = part === 'total';
  const figure = isTotal ? third : fourth;
  const name =
    (FIGURE_NAMES as Readonly<Record<string, string>>)[figure] ??
    (figure === 'attendedBy' ? versionWords.ways : figure);
  return isTotal ? `合计 · ${name}` : `${paragraphs[Number(third)]?.name ?? ''} · ${name}`;
}
