/** The figures' names and what each of them counts: the definition stands under the name wherever the figure does. */
export const figureNames = {
  planned: { name: '计划场次', text: '发布过且没有删除的活动，含已取消的' },
  held: { name: '已举办', text: '已经结束且没有取消的活动' },
  cancelled: { name: '已取消', text: '发布后又取消的活动' },
  signUps: { name: '报名人次', text: '报名成功的人数，同一人参加两场计两次' },
  attended: { name: '到场人次', text: '已举办的活动中核验到的人数；没有核验的不计入，也不算 0' },
  waiting: { name: '候补未递补', text: '排了候补、没有等到名额的人数' },
  enterprises: { name: '参加企业', text: '报名成功的企业，每家只计一次，各行相加可能大于合计' },
} as const;

export const figuresWords = {
  title: '统计',
  lead: '本机构和下级机构的活动，数字随时更新',
  by: '统计方式',
  byNames: { region: '按地区', kind: '按活动类别', paragraph: '按通知条目', organisation: '按机构' },
  campaign: '年度',
  campaignName: (year: number, theme: string) => `${year} 年“${theme}”`,
  asOf: (when: string) => `截至 ${when}`,
  refresh: '更新到现在',
  download: '下载 Excel',
  fileName: (year: number, by: string) => `质量月统计-${year}-${by}.xlsx`,
  group: { region: '地区', kind: '活动类别', paragraph: '通知条目', organisation: '机构' },
  total: '合计',
  ownLevel: (name: string) => `${name}本级`,
  unchecked: '未核验',
  uncheckedOf: (count: number) => `其中 ${count} 场未核验`,
  attendedBy: (scanned: number, manual: number, walkIn: number, paper: number) =>
    `扫码 ${scanned} · 手动 ${manual} · 未报名到场 ${walkIn} · 纸质登记 ${paper}`,
  openOf: (name: string, figure: string, value: string) => `${name}，${figure} ${value}，查看活动`,
  empty: '这个年度还没有活动。',
  listTitle: (name: string) => `${name}：对应的活动`,
  listSum: '各场相加就是表中的数字。',
  listEmpty: '没有对应的活动。',
  event: '活动',
  organisation: '机构',
  time: '时间',
} as const;
