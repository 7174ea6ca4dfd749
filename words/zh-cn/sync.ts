/** How fresh what one sees is. */
export const sync = {
  updated: (when: string) => `更新于 ${when}`,
  syncing: '正在更新…',
  offline: '当前没有网络',
  timeout: '网络较慢',
  server: '服务器暂时没有响应',
  garbage: '收到的内容不完整',
  unknown: '没有找到新的内容',
  keptToday: (clock: string) => `显示的是今天 ${clock} 保存的内容`,
  keptBefore: (days: number) => `显示的是 ${days} 天前保存的内容`,
  loading: '正在加载活动',
  failOffline: '没有网络',
  failOfflineText: '连上网络后点“重试”，活动会保存到本机，没有网络也能看。',
  failServer: '暂时打不开',
  failServerText: '服务器暂时没有响应，请稍后再试。',
  retry: '重试',
} as const;
