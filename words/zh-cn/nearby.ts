/** The way to 附近. */
export const nearby = {
  open: '按距离排序',
} as const;
