/** 嵌入与订阅: addresses for other sites. */
export const embedWords = {
  title: '嵌入与订阅',
  lead: '把活动放到本单位网站，或者订阅更新。内容随活动自动更新。',
  of: '范围',
  ofRegion: (name: string) => `${name}及上级的全部活动`,
  ofOrganisation: '只有本机构的活动',
  feeds: '订阅地址',
  atom: 'Atom 订阅',
  rss: 'RSS 订阅',
  calendar: '日历订阅（ICS）',
  frame: '嵌入网页',
  frameText: '把下面的代码放进网页即可。嵌入的页面不含脚本，不写 Cookie。',
  code: '嵌入代码',
  preview: '打开看看',
  allowed: '只有部署时列入名单（EMBED_SITES）的网站可以嵌入；没有列入的，浏览器不会显示。',
  frameTitle: '质量月活动',
} as const;
