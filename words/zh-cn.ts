import { calendar } from './zh-cn/calendar';
import { card } from './zh-cn/card';
import { follow } from './zh-cn/follow';
import { forward } from './zh-cn/forward';
import { home, homeMine, month } from './zh-cn/home';
import { mine } from './zh-cn/mine';
import { nearby } from './zh-cn/nearby';
import { complaint } from './zh-cn/complaint';
import { region } from './zh-cn/region';
import { sync } from './zh-cn/sync';
import { programme } from './zh-cn/programme';
import { speech } from './zh-cn/speech';
import { inbox } from './zh-cn/inbox';
import { privacy } from './zh-cn/privacy';
import { signUp } from './zh-cn/sign-up';
import { storage } from './zh-cn/storage';
import { tickets } from './zh-cn/tickets';

/** Every sentence of more than one page, in Simplified Chinese. Official names, slogans and documents come as data, never from here. */
export const zhCn = {
  app: { name: '质量月', sample: '示例', free: '自愿参加 · 不收费', back: '返回', skip: '跳到正文', tabs: '主要页面' },
  tabs: { home: '首页', calendar: '日历', mine: '我的' },
  region,
  month,
  home,
  homeMine,
  calendar,
  card,
  event: {
    copy: { link: '复制链接', meeting: '复制会议号', code: '复制会议密码' },
    title: '活动',
    time: '时间',
    place: '地点',
    audience: '面向',
    suits: '适合',
    bring: '请带',
    meetAt: '集合',
    away: (region: string, distance: string) => `距${region}政府驻地${distance}`,
    startsNear: (day: string) => `${day}开始`,
    organiser: '主办',
    phone: '电话',
    call: (phone: string) => `拨打 ${phone}`,
    about: '活动介绍',
    basis: '依据',
    basisOpen: '看原文',
    navigate: '导航',
    online: '地点以主办单位通知为准',
    nation: '全国',
    cancelled: '已取消',
    cancelledTitle: '这场活动已取消',
    cancelReason: (reason: string) => `原因：${reason}`,
    over: '已结束',
    now: '进行中',
    suspended: '核实中',
    signUp: '报名',
    capacity: (seats: number) => `共 ${seats} 个名额`,
    party: (seats: number) => `每个账号最多报 ${seats} 人`,
    groupCapacity: (groups: number) => `共 ${groups} 个小组名额`,
    groupParty: '每个账号报 1 个小组',
    opens: (when: string) => `${when} 开放报名`,
    closes: (when: string) => `${when} 截止报名`,
    closed: '报名已截止',
    signUpOpen: '可报名',
    noSignUp: '无需报名，直接参加',
    wechatOnly: '仅限微信账号报名，请在微信小程序里报名',
    signUpAt: '报名时间',
    reportFee: '反映收费',
    reportFeeText: '活动不收费；被要求交钱，请告诉上级机构',
    missingTitle: '找不到这场活动',
    missingText: '活动可能已被主办单位撤下，可以看看其他活动。',
    missingAction: '看全部活动',
    label: (title: string, when: string, place: string) => `${title}，${when}，${place}`,
  },
  programme,
  nearby,
  follow,
  archive: {
    title: '往年质量月',
    readOnly: '往年内容仅供查阅，不能报名。',
    slogans: '活动口号',
    documents: '官方文件',
    emptyTitle: '还没有往年内容',
    unknown: '没有这一届活动',
  },
  mine,
  about: {
    title: '关于',
    what: '这是什么',
    whatText:
      '每年九月，市场监管总局等部门和各地一起开展全国“质量月”活动。这里汇集活动安排和官方文件，方便大家就近参加。',
    free: '自愿，不收费',
    freeText: '所有活动自愿参加，任何人不得借活动名义收费或摊派。遇到收费，请拨打 12315 反映。',
    privacy: '您的信息',
    privacyText: '浏览不需要登录，也不收集个人信息。您选的地区和字号只保存在本机。',
    source: '内容来源',
    services: '相关服务',
    feedback: '意见反馈',
  },
  signUp,
  tickets,
  inbox,
  privacy,
  speech,
  sync,
  when: {
    wholeDay: '全天',
    nextDay: (clock: string) => `次日 ${clock}`,
    run: (nth: number, of: number, words: string) => `第 ${nth}/${of} 天 · ${words}`,
    fromUntil: (from: string, until: string) => `${from} 至 ${until}`,
    until: (end: string) => `至 ${end}`,
    ends: (clock: string) => `${clock} 结束`,
  },
  phone: { copied: '已复制', notCopied: '没有复制成功，请长按选择文字' },
  complaint,
  forward,
  storage,
  missing: {
    title: '没有这个页面',
    heading: '没有这个页面',
    text: '网址可能不完整，或者页面已经移走。',
    home: '去首页',
    calendar: '看活动日历',
  },
} as const;

export type Strings = typeof zhCn;
