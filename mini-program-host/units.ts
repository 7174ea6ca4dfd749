/** A mini-program's screen is 750 rpx wide, and its `vh` is the page's area, without the bars. */
export function convertUnits(value: string): string {
  return value
    .replace(/(-?[\d.]+)rpx\b/g, (_, number: string) => `calc(100vw / 750 * ${number})`)
    .replace(/(-?[\d.]+)vh\b/g, (_, number: string) => `calc(var(--e-page-height) / 100 * ${number})`);
}
