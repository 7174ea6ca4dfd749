/** The ways to 12315. */
export const complaint = {
  title: '12315',
  door: '12315 投诉举报',
  doorText: '投诉、举报、咨询',
} as const;
