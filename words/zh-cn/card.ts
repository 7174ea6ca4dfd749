/** What an event's card says of seats and of this person. */
export const card = {
  signedUp: '已报名',
  waiting: '候补中',
  sending: '报名发送中',
  refused: '报名未成功',
  full: '名额已满',
  queue: '需候补',
  left: (seats: number) => `还剩 ${seats} 个名额`,
  leftGroups: (groups: number) => `还剩 ${groups} 个小组名额`,
} as const;
