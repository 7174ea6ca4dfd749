/** 消息: what this account was told. */
export const inbox = {
  title: '消息',
  row: '消息',
  rowText: '候补、变动和取消通知',
  unread: (count: number) => `${count} 条未读`,
  emptyTitle: '还没有消息',
  emptyText: '候补成功、活动变动或取消时，会在这里通知您。',
  kinds: {
    promoted: '候补成功，已为您确认名额',
    changed: '活动有变动',
    'event-cancelled': '活动被主办单位取消',
    expired: '活动已开始，候补未成功',
    reminder: '活动快到了',
  },
  fresh: '未读',
} as const;
