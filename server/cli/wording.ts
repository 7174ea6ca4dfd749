/** What the feed command says, in the words of the person who prepared the file. */
import { findFeeWord } from '../../domain/text/fee';
import { findFeeWarning } from '../../domain/text/fee-warning';
import type { FileRefusal } from '../../domain/event-import/file-refusal';
import type { ImportFault } from '../../domain/event-import/import-types';
import { FILE_REFUSALS, sayFault } from '../../words/spreadsheets';
import type { EventFile } from './event-file';
import type { PutResult, StopReason } from './put-event';

const FIELDS: Readonly<Record<string, string>> = {
  id: '编号',
  campaign: '年度',
  programmeId: '活动项目',
  kind: '类型',
  title: '标题',
  summary: '简介',
  organiser: '主办单位',
  'organiser.name': '主办单位名称',
  'organiser.phone': '主办单位电话',
  region: '地区代码',
  venue: '地点',
  'venue.name': '地点名称',
  'venue.address': '地址',
  'venue.latitude': '纬度',
  'venue.longitude': '经度',
  startsAt: '开始时间',
  endsAt: '结束时间',
  audiences: '面向对象',
  signUp: '报名',
  'signUp.form': '报名表种类',
  'signUp.opensAt': '报名开始时间',
  'signUp.closesAt': '报名截止时间',
  'signUp.capacity': '名额',
  'signUp.maxParty': '一次最多报名人数',
  suits: '适合人群',
  bring: '自备物品',
  meetAt: '集合地点',
  sample: '示例标记',
};

const REASONS: Readonly<Record<string, string>> = {
  required: '没有填写',
  'wrong-type': '填写的内容类型不对',
  'too-short': '太短',
  'too-long': '太长',
  'too-small': '数值太小',
  'too-large': '数值太大',
  integer: '应为整数',
  instant: '应为带时区的时间，如 2026-09-18T14:00:00+08:00',
  phone: '不是电话号码',
  region: '应为六位地区代码，全国为 100000',
  'event-id': '只能用字母、数字、“-”和“_”，以字母或数字开头，最多 64 个字符',
  'id-used-above': '与前面的一条编号重复',
  'unknown-field': '没有这个字段，请检查拼写',
  'not-allowed': '不是可用的值',
  'unknown-campaign': '没有这个年度',
  'campaign-closed': '这个年度已经结束，只供查阅',
  'other-campaign': '这个编号已被另一个年度使用',
  'unknown-programme-item': '本年度的官方文件中没有这个活动项目',
  'server-field': '由服务器决定，应与服务器给出的一致，也可以不填',
  'coordinates-swapped': '纬度和经度写反了',
  'coordinates-outside': '坐标不在中国境内',
  'coordinates-far': '坐标离所属地区 100 公里以上；请核对',
  'party-over-capacity': '超过名额，请核对',
  'fee-unclear': '可能涉及收费，请再核对',
  'sample-mismatch': '只有示例年度的场次可以标为示例',
  'unknown-region': '没有这个地区代码',
  'ends-before-starts': '早于开始时间',
  'closes-before-opens': '应晚于报名开始时间',
  'closes-after-end': '不能晚于场次结束时间',
  'fee-not-allowed': '质量月活动不得收费，不能出现涉及收费的文字',
};

const OUTCOMES = { created: '已新增', updated: '已更新', unchanged: '没有变化', refused: '未采用' } as const;
export type Outcome = keyof typeof OUTCOMES;

const STOPS: Readonly<Record<StopReason, string>> = {
  'no-campaign': '服务器上没有这个年度，请检查 --campaign',
  'no-answer': '连不上服务器，多次重试仍无回应，请检查 --server 地址和网络',
  'server-failing': '服务器一直不能处理，请稍后再试',
  token: '发布口令不正确，请检查 --token',
  'publishing-off': '这台服务器没有开放发布',
  'not-this-server': '回答的不是质量月服务器，请检查 --server 地址',
};

export const USAGE =
  '用法：npm run feed -- import 文件 --server 地址 --token 口令 [--campaign 年度] [--only-good]\n' +
  '文件可以是 Excel 工作簿（.xlsx）、CSV，或 JSON：场次的数组，或含 events 数组的对象，每个场次带 id。\n' +
  '表格先逐行检查，有一行不对就全部不导入；加上 --only-good 时只导入没有问题的行，其余另存为一份标好错误的表格。\n' +
  '口令也可以放在环境变量 PUBLISHER_TOKEN 中。不写 --campaign 时导入正在进行的年度。';

function valueAt(body: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
      body,
    );
}

function describeField(path: string): string {
  if (path === '') return '整条';
  const known = FIELDS[path] ?? FIELDS[path.replace(/\.\d+$/, '')];
  return known === undefined ? path : `${known}（${path}）`;
}

/** One thing wrong with a row: the field, and what to do about it. */
export function describeFinding(finding: { readonly path: string; readonly code: string }, body?: unknown): string {
  const value = finding.code === 'fee-not-allowed' ? valueAt(body, finding.path) : undefined;
  const word = typeof value === 'string' ? findFeeWord(value) : null;
  const reason = REASONS[finding.code] ?? finding.code;
  return `    ${describeField(finding.path)}：${reason}${word === null ? '' : `：“${word}”`}`;
}

/** What was published all the same, but should be looked at again. */
export function describeWarning(finding: { readonly path: string; readonly code: string }, body: unknown): string {
  const value = valueAt(body, finding.path);
  const word = typeof value === 'string' ? findFeeWarning(value) : null;
  return `    提醒　${describeField(finding.path)}：${REASONS[finding.code] ?? finding.code}${word === null ? '' : `：“${word}”`}`;
}

/** All that is wrong with a row that the server refused. */
export function describeProblem({ problem }: Extract<PutResult, { outcome: 'refused' }>, body: unknown): string[] {
  if (problem.errors.length > 0) return problem.errors.map((finding) => describeFinding(finding, body));
  return [`    ${REASONS[problem.code] ?? `${problem.title}：${problem.detail}（${problem.code}）`}`];
}

export function describeRow(row: number, id: string | null, outcome: Outcome, unit: '条' | '行'): string {
  return `第 ${row} ${unit}${id === null ? '' : ` ${id}`}：${OUTCOMES[outcome]}`;
}

/** Before anything was sent. */
export const describeNoFacts = (reason: StopReason, detail: string): string =>
  `还没有开始导入：${STOPS[reason]}（${detail}）。`;

export const describeCell = (fault: ImportFault): string =>
  `    ${fault.cell ?? `第 ${fault.row} 行`}　${sayFault(fault)}`;

export const describeCellWarning = (fault: ImportFault): string =>
  `    提醒　${fault.cell ?? `第 ${fault.row} 行`}　${sayFault(fault)}`;

export const describeFileRefusal = (refusal: FileRefusal): string => `没有导入：${FILE_REFUSALS[refusal]}`;

export const HEADING_FAULTS = '表头不对，没有导入：';

export const describeAllOrNothing = (badRows: number, unit: '条' | '行'): string =>
  `有 ${badRows} ${unit}需要修改，全部没有导入。改好后再导入同一个文件；加上 --only-good 可以先导入没有问题的${unit}。`;

export const describeMarked = (path: string): string => `没有导入的行已另存为：${path}，标红的格改好后可以再导入。`;

export const describeNotMarked = (path: string): string => `没有导入的行没能另存为 ${path}：不能写入，或已有同名文件。`;

export function describeStop(
  row: number,
  { reason, detail }: Extract<PutResult, { outcome: 'stopped' }>,
  unit: '条' | '行',
): string {
  return (
    `在第 ${row} ${unit}停下：${STOPS[reason]}（${detail}）。` +
    `这一${unit}没有得到确认，后面的还没有发送；解决后再次导入同一个文件即可，已发布的不会重复。`
  );
}

export function describeRetry(ms: number, why: string): string {
  return `    暂时不通（${why}），${ms / 1000} 秒后重试……`;
}

export function describeBadFile(file: Extract<EventFile, { ok: false }>): string {
  if (file.reason === 'not-events') return '文件里没有场次：应为数组，或含 events 数组的对象。';
  return `文件不是完整的 JSON${file.line === undefined ? '' : `，第 ${file.line} 行附近有误`}。`;
}

export function describeTotals(counts: Readonly<Record<Outcome, number>>): string {
  const { created, updated, unchanged, refused } = counts;
  const all = created + updated + unchanged + refused;
  return `共 ${all} 条：新增 ${created}，更新 ${updated}，没有变化 ${unchanged}，未采用 ${refused}。`;
}
