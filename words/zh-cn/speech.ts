/** 朗读: an event read aloud. */
export const speech = {
  start: '朗读这场活动',
  stop: '停止朗读',
  failed: '本机没有可用的中文语音',
  to: '至',
  time: (when: string) => `时间：${when}`,
  place: (place: string) => `地点：${place}`,
  organiser: (name: string) => `主办单位：${name}`,
  free: '自愿参加，不收费',
} as const;
