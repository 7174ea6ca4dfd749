import ICAL from 'ical.js';
import { convertIcsCalendar, type IcsCalendar, type IcsEvent } from 'ts-ics';
import { parseInstant } from '../../domain/time/time';
import type { TestApp } from '../testing/app';
import { ENGINES } from '../testing/database';
import { useTestServer } from '../testing/test-server';

const REGION = '/api/v1/calendar.ics?region=540100';
const fileOf = (id: string): string => `/api/v1/events/${id}.ics`;

/** As two parsers that know nothing of each other, nor of us, read it. */
interface Read {
  readonly uid: string;
  readonly summary: string;
  readonly description: string;
  readonly location: string | undefined;
  readonly start: number;
  readonly end: number;
  readonly sequence: number;
  readonly status: string;
}

function readWithIcalJs(text: string): Read[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    const at = (time: ICAL.Time): number => {
      // Found in the file's own VTIMEZONE, or it would be "floating".
      expect(time.zone.tzid).toBe('Asia/Shanghai');
      return time.toUnixTime() * 1000;
    };
    return {
      uid: event.uid,
      summary: event.summary,
      description: event.description,
      location: component.getFirstPropertyValue('location')?.toString(),
      start: at(event.startDate),
      end: at(event.endDate),
      sequence: event.sequence,
      status: String(component.getFirstPropertyValue('status')),
    };
  });
}

function readWithTsIcs(text: string): Read[] {
  const calendar: IcsCalendar = convertIcsCalendar(undefined, text);
  expect(calendar.timezones?.map(({ id }) => id)).toEqual(['Asia/Shanghai']);
  return (calendar.events ?? []).map((event: IcsEvent) => ({
    uid: event.uid,
    summary: event.summary,
    description: event.description ?? '',
    location: event.location,
    start: event.start.date.getTime(),
    end: event.end?.date.getTime() ?? 0,
    sequence: event.sequence ?? 0,
    status: event.status ?? '',
  }));
}

function read(text: string): Read[] {
  const one = readWithIcalJs(text);
  expect(readWithTsIcs(text)).toEqual(one);
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  return one;
}

describe.each(ENGINES)('calendars on %s', (engine) => {
  const testServer = useTestServer(engine);
  let at: TestApp;
  beforeEach(async () => {
    at = await testServer.openFresh();
  });

  const ask = async (url: string): Promise<Read[]> => {
    const { status, headers, text } = await at.ask(url);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/calendar; charset=utf-8');
    return read(text);
  };

  test('an event says what, when and where, in words that need escaping and folding', async () => {
    await at.publish('open-day', {
      title: '走进实验室；带上孩子, 一起来看看一瓶酸奶要过多少道检验才能端上餐桌',
      summary: '第一行\n第二行\\',
      organiser: { name: '拉萨市市场监督管理局', phone: '0891-12315' },
    });
    const [event, ...others] = await ask(fileOf('open-day'));
    expect(others).toEqual([]);
    expect(event).toMatchObject({
      uid: 'open-day.open@quality-month',
      summary: '走进实验室；带上孩子, 一起来看看一瓶酸奶要过多少道检验才能端上餐桌',
      location: '文化活动中心，拉萨市城关区',
      start: parseInstant('2026-09-10T14:00:00+08:00'),
      end: parseInstant('2026-09-10T16:00:00+08:00'),
      status: 'CONFIRMED',
    });
    expect(event?.description).toContain('第一行\n第二行\\');
    expect(event?.description).toContain('主办：拉萨市市场监督管理局（0891-12315）');
  });

  test('it rings an hour before, says where in its text too, and leads back to the event', async () => {
    const webAddress = 'https://quality.example.cn';
    const other = await testServer.openOther({ config: { deployment: { webAddress } } });
    await at.publish('e', { suits: '适合 6 岁以上儿童', bring: '请自备水杯', meetAt: '东门岗亭' });
    const { text } = await other.ask(fileOf('e'));
    const url = `${webAddress}/#/packages/event/index?id=e`;
    const component = new ICAL.Component(ICAL.parse(text) as unknown[]).getFirstSubcomponent('vevent');
    const alarm = component?.getFirstSubcomponent('valarm');
    expect(alarm?.getFirstPropertyValue('action')).toBe('DISPLAY');
    expect(String(alarm?.getFirstPropertyValue('trigger'))).toBe('-PT1H');
    expect(component?.getFirstPropertyValue('url')).toBe(url);
    const [event] = convertIcsCalendar(undefined, text).events ?? [];
    expect(event?.alarms).toMatchObject([
      { action: 'DISPLAY', trigger: { type: 'relative', value: { before: true, hours: 1 } } },
    ]);
    expect(event?.url).toBe(url);
    const lines = ['地点：文化活动中心，拉萨市城关区', '集合：东门岗亭', '\n适合 6 岁以上儿童\n', '请自备水杯', url];
    for (const line of lines) expect(event?.description).toContain(line);
    await at.cancel('e');
    expect((await other.ask(fileOf('e'))).text).not.toContain('VALARM');
  });

  test('over midnight, and without a place', async () => {
    await at.publish('night', {
      startsAt: '2026-09-10T22:00:00+08:00',
      endsAt: '2026-09-11T01:00:00+08:00',
      venue: null,
    });
    const [event] = await ask(fileOf('night'));
    expect(event?.location).toBeUndefined();
    expect((event?.end ?? 0) - (event?.start ?? 0)).toBe(3 * 3_600_000);
  });

  test('a region’s calendar has what the region sees, by time', async () => {
    await at.publish('later', { startsAt: '2026-09-12T14:00:00+08:00', endsAt: '2026-09-12T15:00:00+08:00' });
    await at.publish('here');
    await at.publish('national', { region: '100000', venue: null });
    await at.publish('elsewhere', { region: '540202' });
    await at.publish('gone');
    await at.remove('gone');
    const uids = (await ask(REGION)).map(({ uid }) => uid.split('.')[0]);
    expect(uids).toEqual(['here', 'national', 'later']);
    const { text } = await at.ask(REGION);
    expect(text).toContain('X-WR-CALNAME:质量月2026 · 拉萨市\r\n');
  });

  test('who subscribed follows: a change and a cancellation keep the UID and raise the SEQUENCE', async () => {
    await at.publish('a');
    const [first] = await ask(REGION);
    await at.publish('a', { startsAt: '2026-09-10T15:00:00+08:00', endsAt: '2026-09-10T17:00:00+08:00' });
    const [moved] = await ask(REGION);
    await at.cancel('a', '场馆检修');
    const [cancelled] = await ask(REGION);
    expect([moved?.uid, cancelled?.uid]).toEqual([first?.uid, first?.uid]);
    expect(moved?.start).toBe((first?.start ?? 0) + 3_600_000);
    expect(moved?.sequence).toBeGreaterThan(first?.sequence ?? 0);
    expect(cancelled?.sequence).toBeGreaterThan(moved?.sequence ?? 0);
    expect(cancelled).toMatchObject({ status: 'CANCELLED', summary: '已取消：实验室开放日' });
    expect(cancelled?.description).toContain('已取消：场馆检修');
    expect((await ask(fileOf('a')))[0]).toEqual(cancelled);
  });

  test('unchanged is 304, also in a list of tags; a change is not', async () => {
    await at.publish('a');
    for (const url of [REGION, fileOf('a')]) {
      const etag = String((await at.ask(url)).headers.etag);
      const again = await at.ask({ url, headers: { 'if-none-match': etag } });
      expect([again.status, again.text, again.headers.etag]).toEqual([304, '', etag]);
      const listed = await at.ask({ url, headers: { 'if-none-match': `"other", ${etag}` } });
      expect(listed.status).toBe(304);
      await at.publish('a', { title: `改过的标题 ${url.length}` });
      expect((await at.ask({ url, headers: { 'if-none-match': etag } })).status).toBe(200);
    }
    // Another event's change is none of this one's.
    const etag = String((await at.ask(fileOf('a'))).headers.etag);
    await at.publish('b');
    expect((await at.ask({ url: fileOf('a'), headers: { 'if-none-match': etag } })).status).toBe(304);
  });

  test('what is not there is refused', async () => {
    await at.publish('gone');
    await at.remove('gone');
    const statuses = await Promise.all(
      [fileOf('gone'), fileOf('never'), '/api/v1/calendar.ics', '/api/v1/calendar.ics?region=549999'].map(
        async (url) => (await at.ask(url)).status,
      ),
    );
    expect(statuses).toEqual([404, 404, 400, 400]);
  });

  test('an event’s JSON is still found beside its calendar file', async () => {
    await at.publish('a-b');
    expect((await at.ask('/api/v1/events/a-b')).headers['content-type']).toContain('application/json');
  });
});
