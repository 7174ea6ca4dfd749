/** What the card says that WeChat makes of a page that is forwarded. */
export const forward = {
  national: '全国“质量月”',
  home: (name: string) => `${name}：看看身边有哪些活动`,
  calendar: '“质量月”活动日历：开放日、培训、科普，自愿参加、不收费',
  complaint: '买到问题商品怎么办？12315 投诉举报一步步看',
  programme: '全国“质量月”活动方案原文',
  paragraph: (document: string, no: string) => `《${document}》${no}`,
  archive: '往年“质量月”：主题、口号和官方文件',
  about: '“质量月”小程序：能做什么，怎样保护您的信息',
  nearby: '看看附近的“质量月”活动',
} as const;
