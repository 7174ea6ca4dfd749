import * as v from 'valibot';
import { EventSchema, type QualityEvent } from '../domain/event/event';
import { addDays } from '../domain/time/time';
import type { AppDriver } from './driver';
import type { TestServer } from './test-server';

/** A county in which no sample event is held: what is on there is what a test published, and what is national. */
export const QUIET_COUNTY = { code: '540236', name: '日喀则市萨嘎县' };

const FeedSchema = v.object({ events: v.array(EventSchema), more: v.literal(false) });

/** What the region sees, as the feed says. */
export async function eventsOf(
  testServer: Pick<TestServer, 'origin'>,
  region: string,
): Promise<readonly QualityEvent[]> {
  const answer = await fetch(`${testServer.origin}/api/v1/feed?region=${region}`);
  return v.parse(FeedSchema, await answer.json()).events;
}

/** Whether an event stands on a day, worked out from the text on the wire alone. */
export function standsOn({ startsAt, endsAt }: QualityEvent, day: string): boolean {
  const end = endsAt.slice(0, 10);
  const last = endsAt.slice(11, 16) === '00:00' && endsAt > startsAt ? addDays(end, -1) : end;
  return startsAt.slice(0, 10) <= day && day <= last;
}

/** The agenda's drawn rows, top to bottom: `# ` before a day. */
export function drawnAgenda(app: AppDriver): Promise<string[]> {
  return app.page
    .locator('.agenda__title, .agenda__row .event-card__title')
    .filter({ visible: true })
    .evaluateAll((rows) =>
      rows.map((row) => (row.classList.contains('agenda__title') ? '# ' : '') + row.textContent.trim()),
    );
}

/** The titles drawn under one day. */
export function under(rows: readonly string[], heading: string): string[] {
  const begin = rows.indexOf(`# ${heading}`);
  if (begin < 0) return [];
  const end = rows.findIndex((row, index) => index > begin && row.startsWith('# '));
  return rows.slice(begin + 1, end < 0 ? undefined : end);
}

/** How far the open page is scrolled, in CSS pixels. */
export function scrolledBy(app: AppDriver): Promise<number> {
  return app.page
    .locator('.taro_page, .e-page:not([hidden]) .e-scroll')
    .filter({ visible: true })
    .last()
    .evaluate((scroller) => scroller.scrollTop);
}

/** Scrolls until a wheel's worth is done. */
export async function scrollBy(app: AppDriver, pixels: number): Promise<void> {
  await app.page
    .locator('.taro_page, .e-page:not([hidden]) .e-scroll')
    .filter({ visible: true })
    .last()
    .evaluate((scroller, by) => {
      scroller.scrollBy(0, by);
    }, pixels);
}

/** Repeats a look at the screen until it says yes. */
export async function until(app: AppDriver, what: string, look: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 10_000;
  while (!(await look())) {
    if (performance.now() > end) throw new Error(`never came: ${what}. On the screen:\n${await app.text()}`);
    await app.page.waitForTimeout(20);
  }
}
