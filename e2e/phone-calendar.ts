import { parseInstant } from '../domain/time/time';
import type { AppDriver, EngineDriver } from './driver';
import type { TestServer } from './test-server';

interface Kept {
  readonly id: string;
  readonly title: string;
  /** On which it is held, at the hours and the place of `event-fixture.ts`. */
  readonly day: string;
}

/** What WeChat is asked to write into the phone's calendar. */
async function addInWechat(on: EngineDriver, button: string, { title, day }: Kept): Promise<void> {
  await on.tap(button);
  await on.waitText('已加到手机日历');
  const [call] = await on.calls('addPhoneCalendar');
  expect(call?.args[0]).toMatchObject({
    title,
    startTime: Number(parseInstant(`${day}T14:00:00+08:00`)) / 1000,
    endTime: String(Number(parseInstant(`${day}T16:00:00+08:00`)) / 1000),
    alarm: true,
  });
  expect(JSON.stringify(call?.args[0])).toContain('城关区文化活动中心');
}

/** The iCalendar file that a browser is handed. */
async function addInBrowser(
  on: AppDriver,
  button: string,
  { origin }: Origin,
  { id, title, day }: Kept,
): Promise<void> {
  const asked = on.page.context().waitForEvent('request', (request) => request.url().endsWith('.ics'));
  await on.tap(button);
  expect((await asked).url()).toBe(`${origin}/api/v1/events/${id}.ics`);
  await on.waitText('日历文件已打开');
  const file = await (await fetch(`${origin}/api/v1/events/${id}.ics`)).text();
  expect(file).toContain(`DTSTART;TZID=Asia/Shanghai:${day.replaceAll('-', '')}T140000`);
  expect(file).toContain(`SUMMARY:${title}`);
}

type Origin = Pick<TestServer, 'origin'>;

const isWeapp = (on: AppDriver): on is EngineDriver => on.target === 'weapp';

/** Taps what puts an event into the phone's calendar, and holds what arrives there against the event. */
export function addToCalendar(on: AppDriver, button: string, testServer: Origin, event: Kept): Promise<void> {
  return isWeapp(on) ? addInWechat(on, button, event) : addInBrowser(on, button, testServer, event);
}
