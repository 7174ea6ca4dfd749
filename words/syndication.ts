/** What other sites show of the events: feeds, and the framed page. */
export const syndicationWords = {
  feedTitle: (year: number, of: string) => `质量月${year} · ${of}活动`,
  cancelled: (title: string) => `已取消：${title}`,
  suspended: (title: string) => `核实中：${title}`,
  reason: (reason: string) => `取消原因：${reason}`,
  time: (span: string) => `时间：${span}`,
  place: (place: string) => `地点：${place}`,
  organiser: (name: string) => `主办：${name}`,
  free: '自愿参加，不收费。以主办单位通知为准。',
  coming: '近期活动',
  none: '近期没有活动。',
  isCancelled: '已取消',
  isSuspended: '核实中',
  newPage: '（在新页面打开）',
  all: '查看全部活动',
  credit: '信用服务',
  oneStop: '质量基础设施“一站式”服务',
} as const;
