import type { Page } from 'playwright-core';
import { FAKE_NOW } from '../../console/testing/fake-data';
import type { ConsoleScreen } from './screens';
import type { ConsoleStand } from './stand';

/** Opens a screen of a fresh fake as its member would find it. */
export async function visit(page: Page, { address, server }: ConsoleStand, screen: ConsoleScreen): Promise<void> {
  server.state.member = screen.signedOut === true ? null : 'm-1';
  screen.before?.(server);
  await page.clock.setFixedTime(FAKE_NOW);
  await page.goto(`${address}/console${screen.path}`);
  await page.getByText(screen.shows).first().waitFor();
  await screen.then?.(page);
}
