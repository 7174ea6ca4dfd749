/** Figures in words, for the console, workbooks and documents: a name and one line of definition for each. */
import type { Figures } from '../domain/figures/figures';
import type { Grouping } from '../domain/figures/grouping';

type Counted = Exclude<keyof Figures, 'attendedBy'>;
type Way = keyof NonNullable<Figures['attendedBy']>;

export const FIGURE_NAMES: Readonly<Record<Counted, string>> = {
  planned: '发布场次',
  held: '已举办场次',
  cancelled: '取消场次',
  signUps: '报名人次',
  attended: '到场人次',
  unchecked: '未核验场次',
  waiting: '候补未进人次',
  enterprises: '参与企业数',
};

export const FIGURE_DEFINITIONS: Readonly<Record<Counted, string>> = {
  planned: '已发布且没有撤下的场次，含已取消的。',
  held: '已经结束且没有取消的场次。',
  cancelled: '发布后取消的场次。',
  signUps: '报名成功的名额合计，按人次计，已取消的场次不计。',
  attended: '已举办场次中经入场核验的人次；没有核验的场次不计入，也不按 0 计。',
  unchecked: '已举办但没有做入场核验的场次。',
  waiting: '还在候补、或候补到活动开始也没有等到名额的人次。',
  enterprises: '报名成功的企业，同一企业只计一次，因此各行相加可能大于合计。',
};

export const ATTENDED_BY: Readonly<Record<Way, string>> = {
  scanned: '扫码核验',
  manual: '手工核验',
  walkIn: '现场登记',
  paper: '纸质统计',
};

export const GROUPING_NAMES: Readonly<Record<Grouping, string>> = {
  region: '地区',
  kind: '活动类型',
  paragraph: '文件条款',
  organisation: '机构',
};

const UNCHECKED = '未核验';

/** `120`, `120（其中 2 场未核验）`, `未核验`; nothing held is a dash. */
export function presentAttended({
  attended,
  unchecked,
  held,
}: Pick<Figures, 'attended' | 'unchecked' | 'held'>): string {
  if (attended === null) return held === 0 ? '—' : UNCHECKED;
  return unchecked === 0 ? String(attended) : `${attended}（其中 ${unchecked} 场${UNCHECKED}）`;
}

export const figuresFile = {
  sheet: '统计',
  heading: (organisation: string, campaign: string, by: string, at: string) =>
    `${organisation} · ${campaign} · 按${by} · 统计时间 ${at}`,
  total: '合计',
  definitions: '指标说明',
} as const;
