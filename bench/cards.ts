import { startTestServer } from '../e2e/test-server';
import { type Figure, median } from './figure';

const LIMIT_MS = 300;
const DESIGNS = ['庄重红', '素雅', '剪纸', '大字'];
const CARDS = 11;

/** From the tap to the picture of the next card, after the first load: every text in every design. */
export async function benchCards(): Promise<Figure[]> {
  const testServer = await startTestServer();
  try {
    const app = await testServer.open('h5', { path: 'packages/slogans/index' });
    await app.waitText(`1 / ${CARDS}`);
    const times: number[] = [];
    for (const design of DESIGNS) {
      await app.tap(design);
      for (let card = 0; card < CARDS; card += 1) {
        times.push(
          await app.page.evaluate(async () => {
            const area = document.querySelector('#slogan-card');
            const before = area?.getAttribute('aria-label');
            const begun = performance.now();
            document.querySelector<HTMLElement>('[aria-label="下一条"]')?.click();
            const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
            while (area?.getAttribute('aria-label') === before) await frame();
            // Drawn in an effect of the same update; a frame later it is on the screen.
            await frame();
            return performance.now() - begun;
          }),
        );
      }
    }
    await app.close();
    const slowest = Math.max(...times);
    return [
      {
        topic: 'Slogan cards',
        name: 'next card, tap to picture (1080 × 1440)',
        value: `${median(times).toFixed(0)} ms (slowest of ${times.length}: ${slowest.toFixed(0)} ms)`,
        yardstick: `${LIMIT_MS} ms`,
        ratio: median(times) / LIMIT_MS,
        target: `≤ ${LIMIT_MS} ms`,
        met: median(times) <= LIMIT_MS,
      },
    ];
  } finally {
    await testServer.stop();
  }
}
