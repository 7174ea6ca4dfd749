/** What the organisers' console says on more than one screen. Words of one screen are in `console/`. */
export const consoleWords = {
  app: {
    name: '质量月工作台',
    product: '全国“质量月”活动',
    skip: '跳到正文',
    screens: '主要页面',
    organisation: '当前机构',
    signOut: '退出登录',
    account: '我的登录',
    sample: '示例',
    offline: '网络已断开。已填写的内容会保存在本机，联网后可继续。',
    missingTitle: '没有这个页面',
    missingText: '网址可能不完整，或者您没有查看权限。',
    toWorkbench: '去工作台',
    pageTitle: (screen: string) => `${screen} · 质量月工作台`,
  },
  nav: {
    workbench: '工作台',
    events: '活动',
    import: '批量导入',
    reviews: '审核',
    people: '人员与设备',
    audit: '操作记录',
  },
  roles: { admin: '管理员', editor: '编辑', viewer: '查看', door: '现场核验' },
  roleTexts: {
    admin: '管理人员和设置，也能编辑活动',
    editor: '编辑活动、查看名单、写总结',
    viewer: '只看活动和统计数字',
    door: '只在指定的活动做入场核验',
  },
  states: {
    draft: '草稿',
    submitted: '待审核',
    published: '已发布',
    returned: '已退回',
    withdrawn: '已撤回',
    suspended: '核实中',
    cancelled: '已取消',
  },
  signUpForms: { visit: '参观体验', training: '培训学习', qc: 'QC 小组发表', metrology: '民生计量' },
  do: {
    save: '保存',
    cancel: '取消',
    close: '关闭',
    back: '返回',
    retry: '重试',
    copy: '复制',
    copied: '已复制',
    notCopied: '没有复制成功，请手动选中复制',
    search: '搜索',
    clear: '清除筛选',
    more: '加载更多',
    open: '查看',
    optional: '选填',
    confirm: '确定',
  },
  loading: {
    busy: '正在加载',
    failedTitle: '没有加载出来',
    offlineTitle: '网络已断开',
    offlineText: '请检查网络，恢复后点“重试”。',
  },
  /** Beside the field, or above the form. */
  refusals: {
    network: '没有连上服务器，请检查网络后重试。',
    'bad-answer': '服务器的回应无法识别，请刷新页面后重试。',
    'signed-out': '登录已过期，请重新登录。',
    'sign-in-failed': '登录名、密码或验证码不正确。',
    'not-found': '没有找到，可能已被删除，或者您没有权限。',
    'event-not-found': '没有找到这场活动，可能已被删除。',
    'not-allowed': '您没有做这项操作的权限。',
    'too-many-requests': '操作太频繁，请稍后再试。',
    'rate-limited': '操作太频繁，请稍后再试。',
    'event-changed': '这场活动刚被别人改过，请重新核对。',
    'invite-gone': '邀请已失效。可能已被使用、撤销或过期，请联系邀请您的人。',
    'last-admin': '至少要保留一位管理员。请先把其他人设为管理员。',
    'login-taken': '这个登录名已有人使用，请换一个。',
    'invalid-input': '有内容需要修改，请看下方提示。',
    'role-above-own': '不能授予高于您自己的权限。',
    'scope-not-covered': '只能在本机构管辖的地区内操作。',
    'pending-request': '这场活动已有一次审核申请。',
    'approval-required': '发布前要先经上级机构审核。',
    'sign-ups-exist': '已有人报名，不能删除。可以改为取消活动，系统会通知报名人。',
    'campaign-closed': '这个年度的活动已经结束，只供查阅。',
  } as Readonly<Record<string, string>>,
  refusalOther: '没有成功，请稍后重试。',
  retryIn: (seconds: number) => `请 ${seconds} 秒后再试。`,
  proof: {
    title: '请再确认一次身份',
    text: '接下来的操作比较重要，请输入登录密码或验证码。确认后 5 分钟内不再询问。',
    label: '登录密码或 6 位验证码',
    confirm: '确认',
    failed: '不正确，请重新输入。',
    required: '请输入登录密码或验证码。',
  },
  expired: {
    title: '登录已过期',
    text: '请重新登录。本页已填写的内容都还在。',
    submit: '重新登录',
  },
} as const;

/** A refusal in a sentence. */
export function refusalSentence({
  code,
  retryAfter,
}: {
  readonly code: string;
  readonly retryAfter?: number | undefined;
}): string {
  const sentence = consoleWords.refusals[code] ?? consoleWords.refusalOther;
  return retryAfter === undefined ? sentence : `${sentence}${consoleWords.retryIn(retryAfter)}`;
}
