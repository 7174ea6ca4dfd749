import type { Page } from 'playwright-core';

interface Point {
  x: number;
  y: number;
}

/** One finger, really moved: down at `from`, by steps to `to`, held as long as `hold` takes, and up. */
export async function dragFinger(page: Page, from: Point, to: Point, hold?: () => Promise<void>): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Point[]): Promise<unknown> =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints });
  try {
    await send('touchStart', [from]);
    const steps = 10;
    for (let step = 1; step <= steps; step++) {
      await send('touchMove', [
        { x: from.x + ((to.x - from.x) * step) / steps, y: from.y + ((to.y - from.y) * step) / steps },
      ]);
    }
    await hold?.();
    await send('touchEnd', []);
  } finally {
    await session.detach();
  }
}
