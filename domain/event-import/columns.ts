/** The columns of an event sheet. Their titles are part of the file's form: a file is read by them. */
import type { SignUpTerms } from '../event/event';

export const COLUMN_KEYS = [
  'id',
  'item',
  'title',
  'summary',
  'organiser',
  'phone',
  'region',
  'venue',
  'address',
  'coordinates',
  'startsAt',
  'endsAt',
  'audiences',
  'form',
  'opensAt',
  'closesAt',
  'capacity',
  'maxParty',
  'suits',
  'bring',
  'meetAt',
] as const;
export type ColumnKey = (typeof COLUMN_KEYS)[number];

interface Column {
  readonly title: string;
  /** Other titles that staff give it. */
  readonly aliases: readonly string[];
  /** No event without it, and nothing can be filled in. */
  readonly required?: true;
}

export const COLUMNS: Readonly<Record<ColumnKey, Column>> = {
  id: { title: '编号', aliases: ['活动编号', '场次编号'], required: true },
  item: { title: '活动项目', aliases: ['项目', '官方活动项目'], required: true },
  title: { title: '标题', aliases: ['活动名称', '活动标题', '名称'], required: true },
  summary: { title: '简介', aliases: ['活动简介', '活动内容', '内容'] },
  organiser: { title: '主办单位', aliases: ['主办方', '举办单位'] },
  phone: { title: '联系电话', aliases: ['电话', '咨询电话'] },
  region: { title: '地区', aliases: ['地区代码', '所在地区', '行政区划'], required: true },
  venue: { title: '地点', aliases: ['地点名称', '活动地点', '场所'] },
  address: { title: '详细地址', aliases: ['地址'] },
  coordinates: { title: '坐标', aliases: ['经纬度', '纬度经度'] },
  startsAt: { title: '开始时间', aliases: ['开始', '活动开始时间'], required: true },
  endsAt: { title: '结束时间', aliases: ['结束', '活动结束时间'], required: true },
  audiences: { title: '面向对象', aliases: ['对象', '面向'] },
  form: { title: '报名方式', aliases: ['报名', '报名表'] },
  opensAt: { title: '报名开始', aliases: ['报名开始时间'] },
  closesAt: { title: '报名截止', aliases: ['报名截止时间', '报名结束时间', '报名结束'] },
  capacity: { title: '名额', aliases: ['总名额', '人数上限'] },
  maxParty: { title: '每次最多人数', aliases: ['一次最多报名人数', '每次最多报名人数'] },
  suits: { title: '适合人群', aliases: [] },
  bring: { title: '自备物品', aliases: [] },
  meetAt: { title: '集合地点', aliases: [] },
};

/** What a marked workbook says of its rows. It is skipped when that workbook comes back. */
export const FAULT_COLUMN = '错误说明';

export const NO_SIGN_UP = '不报名';
export const FORM_NAMES: Readonly<Record<SignUpTerms['form'], string>> = {
  visit: '参观',
  training: '培训',
  qc: 'QC小组',
  metrology: '三表科普',
};

/** Where in an event's body each column goes; a path that is not here belongs to the whole row. */
const PATHS: Readonly<Record<string, ColumnKey>> = {
  id: 'id',
  programmeId: 'item',
  title: 'title',
  summary: 'summary',
  organiser: 'organiser',
  'organiser.name': 'organiser',
  'organiser.phone': 'phone',
  region: 'region',
  venue: 'coordinates',
  'venue.name': 'venue',
  'venue.address': 'address',
  'venue.latitude': 'coordinates',
  'venue.longitude': 'coordinates',
  startsAt: 'startsAt',
  endsAt: 'endsAt',
  audiences: 'audiences',
  signUp: 'form',
  'signUp.form': 'form',
  'signUp.opensAt': 'opensAt',
  'signUp.closesAt': 'closesAt',
  'signUp.capacity': 'capacity',
  'signUp.maxParty': 'maxParty',
  suits: 'suits',
  bring: 'bring',
  meetAt: 'meetAt',
};

/** The column that a path of an event's body was read from: `audiences.0` is 面向对象. */
export function columnOfPath(path: string): ColumnKey | null {
  return PATHS[path] ?? PATHS[path.replace(/\.\d+$/, '')] ?? null;
}
