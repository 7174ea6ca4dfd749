/** Every screen of the console in a browser, under the server's own policy: axe, errors, and width. */
import { axeViolations } from './access/axe';
import { useConsoleBrowser } from './console/browser';
import { CONSOLE_SCREENS } from './console/screens';
import { visit } from './console/visit';

const opened = useConsoleBrowser();

test.each(CONSOLE_SCREENS.map((screen) => [screen.name, screen] as const))('%s', async (_, screen) => {
  const { page, stand, troubles } = opened();
  await visit(page, stand, screen);
  expect(await axeViolations(page)).toEqual([]);
  expect(troubles).toEqual([]);
  for (const width of [768, 1920]) {
    await page.setViewportSize({ width, height: 900 });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  }
});
