import { MOST_FOLLOWED } from '../../domain/policy';

export const follow = {
  follow: '关注',
  followed: '已关注',
  followLabel: '关注这场活动，有变动时在列表里标出',
  unfollowLabel: '已关注这场活动，点按取消',
  done: '已关注',
  undone: '已取消关注',
  full: `最多关注 ${MOST_FOLLOWED} 场，请先取消几场`,
  changed: '有变动',
  list: '关注的活动',
  rest: (count: number) => `还有 ${count} 场`,
  calendar: '加日历',
  calendarLabel: '把这场活动加到手机日历',
  share: '分享',
  copied: '链接已复制，可以发给朋友',
  shareRefused: '分享未完成，可以复制网址发给朋友',
  shareTitle: (title: string, when: string, place: string) => `${title}｜${when}｜${place}`,
  gone: '主办单位已撤下这场活动，以下是本机上次保存的内容。',
  stale: '暂时联系不上服务器，以下是本机上次保存的内容。',
  loading: '正在打开活动',
} as const;
