/** Summaries (活动总结) in words, for the console, documents and workbooks. */
import type { HandNumber, SummaryCase, TextPart } from '../domain/summary/summary-body';
import type { SummaryState } from '../domain/summary/summary-state';

export const TEXT_PART_NAMES: Readonly<Record<TextPart, string>> = {
  measures: '主要做法',
  results: '活动成效',
  problems: '存在问题',
  next: '下一步打算',
};

/** With the unit that the number is of. */
export const HAND_NUMBER_NAMES: Readonly<Record<HandNumber, string>> = {
  memberUnits: '参与的成员单位（家）',
  leaflets: '发放宣传资料（份）',
  consultations: '接受咨询（人次）',
  boards: '展板、横幅、咨询台（个）',
  tests: '现场检定、检测（台件）',
  messages: '发送公益短信（条）',
  media: '媒体报道（篇次）',
  complaints: '受理投诉（件）',
};

export const VISIBILITY_NAMES: Readonly<Record<SummaryCase['visibility'], string>> = {
  superiors: '仅上报',
  public: '可公开',
};

export const SUMMARY_STATE_NAMES: Readonly<Record<SummaryState, string>> = {
  draft: '草稿',
  submitted: '已报送',
  accepted: '已接收',
  returned: '已退回',
};

export const BY_HAND = '手填';
export const LATE = '迟报';

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
/** 一 … 十, for what is never more. */
export const numeral = (index: number): string => NUMERALS[index] ?? String(index + 1);

export const summaryFile = {
  title: (organisation: string, year: number) => `${organisation}关于${year}年“质量月”活动情况的总结`,
  /** The bureau fills its own number in. */
  documentNo: (year: number) => `　　　〔${year}〕　　号`,
  to: (superior: string) => `${superior}：`,
  opening: (document: string, documentNo: string, year: number) =>
    `按照《${document}》（${documentNo}）要求，现将${year}年“质量月”活动开展情况报告如下。`,
  plainOpening: (year: number) => `现将${year}年“质量月”活动开展情况报告如下。`,
  sections: {
    figures: '总体情况',
    hand: '其他工作数据',
    cases: '典型案例',
    contains: '汇总的所属单位总结',
  },
  figures: (parts: readonly string[]) => `截至报送时，${parts.join('，')}。`,
  planned: (count: number) => `共发布活动${count}场`,
  held: (count: number) => `已举办${count}场`,
  cancelled: (count: number) => `取消${count}场`,
  signUps: (count: number) => `报名${count}人次`,
  attended: (count: number, unchecked: number) =>
    `到场${count}人次${unchecked === 0 ? '' : `（其中${unchecked}场未核验）`}`,
  notChecked: '已举办的场次均未做入场核验，到场人次未知',
  enterprises: (count: number) => `参与企业${count}家`,
  tableNote: '数据由系统按场次汇总，到场人次来自入场核验；没有核验的场次不计入，也不按 0 计。',
  paragraph: '文件条款',
  handNote: '以下数据由本单位手工填报，没有填报的不列。',
  item: '项目',
  count: '数量',
  source: '来源',
  caseParagraph: (paragraph: string) => `对应条款：${paragraph}`,
  caseEvents: (titles: string) => `相关活动：${titles}`,
  caseVisibility: (name: string) => `公开范围：${name}`,
  caption: (number: number) => `图${number}`,
  unit: '单位',
  version: '版本',
  versionOf: (version: number) => `第${version}版`,
  hash: '校验码',
  hashLine: (hash: string) => `校验码（SHA-256）：${hash}`,
  meta: (version: number, at: string, late: boolean) => `第${version}版，报送时间 ${at}${late ? `，${LATE}` : ''}`,
  date: (year: number, month: number, day: number) => `${year}年${month}月${day}日`,
  sheets: {
    figures: '活动数据',
    hand: '手填数据',
    texts: '文字',
    cases: '典型案例',
    contains: '所属单位',
    data: '数据原文',
  },
} as const;
