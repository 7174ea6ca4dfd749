/** What found no room on the phone. */
export const storage = {
  label: '没有存到本机',
  missed: {
    'sign-up': '报名还没有存到本机，请不要关闭这个页面。',
    ticket: '凭证没有存到本机，请记下十位凭证码。',
    account: '报名身份没有存到本机，关闭页面后，在这里报的名会找不回来。',
    draft: '填写的内容没有存到本机，请不要关闭这个页面。',
    follow: '关注的活动没有存到本机，关闭页面后会丢失。',
    setting: '设置没有存到本机，下次打开需要重新选择。',
  },
  why: '本机存储空间已满，或浏览器不允许保存。',
  retry: '再存一次',
  kept: '已存到本机',
  stillFull: '还是存不下，请清理本机存储空间后再试',
} as const;
