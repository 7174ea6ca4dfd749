/** What the app says of 12315 before the feed has come. Only what could be checked is in it; the rest is left out. */
import type { ComplaintGuide } from './complaint-guide';

const ORDER_121 = {
  document: '市场监督管理投诉举报处理办法',
  documentNo: '市场监管总局令第121号',
  effectiveFrom: '2026-04-15',
  replaces: '2020年第20号令',
} as const;

export const BUILT_IN_GUIDE: ComplaintGuide = {
  phone: '12315',
  web: 'www.12315.cn',
  kinds: {
    complaint: {
      what: '您为生活消费购买商品或服务，与商家发生争议，可以请市场监管部门调解。',
      next: '请备好对方名称、地址、事情经过和凭证，拨打 12315 或在官方平台提交。',
    },
    report: {
      what: '您知道有违法行为，可以提供线索，请市场监管部门查处。',
      next: '请把时间、地点、对方和行为说具体。线索具体的，可以不留姓名。',
    },
    consult: {
      what: '没有要投诉或举报的事，或者想先问清楚。',
      next: '直接拨打 12315 咨询。',
    },
  },
  channels: ['电话：12315', '网站：www.12315.cn', '全国12315平台 APP', '全国12315平台微信公众号', '微信和支付宝小程序'],
  merged: ['12365', '12331', '12358', '12330'],
  checklist: [
    { title: '您的信息', items: ['姓名', '电话', '证件类型和号码（只在官方平台上填）', '地址'] },
    { title: '对方', items: ['名称', '地址'] },
    { title: '事情经过', items: ['发生时间', '发生地点', '商品或服务', '金额', '争议内容', '凭证'] },
    { title: '要求', items: ['修理、重作、更换、退货、退款、赔偿等，可以选一项或几项'] },
  ],
  notAccepted: ['超过 3 年的', '不是为生活消费的', '材料不真实的'],
  rules: [
    { text: '投诉调解的期限是 60 日，从受理之日起算。', ...ORDER_121, article: '第二十三条' },
    {
      text: '有关行政部门自收到投诉之日起七个工作日内，予以处理并告知消费者。',
      document: '中华人民共和国消费者权益保护法',
      article: '第四十六条',
    },
  ],
};
