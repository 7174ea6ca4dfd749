/** The way to the privacy page. */
export const privacy = {
  row: '隐私与个人信息',
  rowText: '查看、导出或删除',
} as const;
