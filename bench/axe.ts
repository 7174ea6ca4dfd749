import { axeViolations } from '../e2e/access/axe';
import { everyScreen, openScreen, seedState } from '../e2e/access/every-screen';
import { chooseTypeSize, type TypeSize } from '../e2e/access/type-size';
import { startTestServer } from '../e2e/test-server';
import type { Figure } from './figure';

const SIZES: readonly TypeSize[] = ['usual', 'large'];
const SCHEMES = ['light', 'dark'] as const;

/** What axe finds on every screen of the browser build in use, in both type sizes, by day and in the dark. */
export async function benchAxe(): Promise<Figure[]> {
  const testServer = await startTestServer();
  try {
    const app = await testServer.open('h5');
    await app.waitText(/更新于 \d\d:\d\d/);
    await seedState(app, testServer, '');
    const counts = new Map<string, number[]>();
    for (const size of SIZES) {
      await chooseTypeSize(app, size);
      for (const screen of await everyScreen('h5')) {
        await openScreen(app, screen);
        for (const colorScheme of SCHEMES) {
          await app.page.emulateMedia({ colorScheme });
          const found = await axeViolations(app.page);
          counts.set(screen.path, [...(counts.get(screen.path) ?? []), found.length]);
        }
      }
    }
    await app.close();
    return [...counts].map(([path, found]) => ({
      topic: 'axe, violations in usual type, in the dark, in large type, in the dark',
      name: path,
      value: found.join(', '),
      yardstick: 'every rule of axe-core',
      target: '0, 0, 0, 0',
      met: found.every((count) => count === 0),
    }));
  } finally {
    await testServer.stop();
  }
}
