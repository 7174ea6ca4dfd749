import type { AppDriver, EngineDriver } from '../e2e/driver';
import { eventBody } from '../e2e/event-fixture';
import { type TestServer, startTestServer } from '../e2e/test-server';
import { inOrder } from '../domain/event/agenda';
import type { QualityEvent } from '../domain/event/event';
import { buildSearchIndex, searchEvents } from '../domain/event/event-search';
import { addDays, dayOf } from '../domain/time/time';
import { type Figure, median, percentile } from './figure';
import { publishUpTo } from './publish';

const TOPIC = 'Finding, 5,000 events';
const EVENTS = 5000;
const KB = 1024;
const LHASA = { code: '540000', name: '西藏自治区' };
/** What a person would type, letter by letter. */
const TYPED = ['kfr', '食品安全', '拉萨 开放', '第 49', 'jyjcjg', '没有这样的'].flatMap((words) =>
  Array.from(words, (_, index) => words.slice(0, index + 1)),
);

function benchSearch(): Figure {
  const events = Array.from({ length: EVENTS }, (_, index): QualityEvent => {
    const day = addDays(dayOf(Date.now()), index % 28);
    return {
      ...eventBody({ day, title: `第 ${index} 场检验检测机构开放日：走进食品安全实验室` }),
      id: `bench-${index}`,
      kind: '开放日',
      regionName: '拉萨市城关区',
      initials: 'd cjyjcjgkfrzjspaqsys cgqwhhdzx lssscjdglj',
      pinyin: 'DiChangJianYanJianCeJiGouKaiFangRiZouJinShiPinAnQuanShiYanShi WenHuaHuoDongZhongXin LaSaShi',
      status: 'scheduled',
      rev: index,
    };
  });
  const index = buildSearchIndex(inOrder(events), new Map());
  const times: number[] = [];
  for (let run = 0; run < 20; run += 1) {
    for (const query of TYPED) {
      const begun = performance.now();
      searchEvents(index, query, begun);
      times.push(performance.now() - begun);
    }
  }
  const p99 = percentile(times, 0.99);
  return {
    topic: TOPIC,
    name: 'search, one keystroke (p99)',
    value: `${p99.toFixed(1)} ms (median ${median(times).toFixed(1)} ms)`,
    yardstick: '16 ms, a frame',
    ratio: p99 / 16,
    target: '< 16 ms',
    met: p99 < 16,
  };
}

/** Down the agenda to its very end, a screen and a half at a time; the most elements that stood in the page meanwhile. */
async function scrollThrough(app: EngineDriver): Promise<number> {
  const scroller = app.page.locator('.e-page:not([hidden]) .e-scroll');
  let most = 0;
  for (;;) {
    const ended = await scroller.evaluate(async (element) => {
      element.scrollBy(0, element.clientHeight * 20);
      await new Promise((resolve) => setTimeout(resolve, 60));
      return element.scrollTop + element.clientHeight >= element.scrollHeight - 1;
    });
    most = Math.max(most, (await app.stats()).nodes);
    if (ended) break;
  }
  await app.waitText(`第 ${EVENTS - 1} 场`).catch(() => undefined);
  return most;
}

async function openWith(testServer: TestServer, stored: Record<string, unknown>): Promise<EngineDriver> {
  const app: AppDriver = await testServer.open('weapp', { region: LHASA, stored });
  return app as EngineDriver;
}

/** The mini-program with 5,000 events: the first copy arriving, the stored one opened, the agenda scrolled to its end. */
export async function benchFinding(): Promise<Figure[]> {
  const testServer = await startTestServer();
  try {
    const feed = `${testServer.origin}/api/v1/feed?region=${LHASA.code}`;
    const { events } = (await (await fetch(feed)).json()) as { events: unknown[] };
    await publishUpTo(testServer, 0, EVENTS - events.length);
    const app = await openWith(testServer, {});
    await app.waitText(/更新于 \d\d:\d\d/);
    const first = (await app.stats()).longestTask;
    await app.restart();
    await app.waitText(/更新于 \d\d:\d\d/);
    const launch = (await app.stats()).longestTask;
    await app.switchTab('日历');
    await app.waitText('我已报名');
    const most = await scrollThrough(app);
    const { setData, longestTask } = await app.stats();
    await app.close();
    const largest = setData.largest;
    return [
      {
        topic: TOPIC,
        name: 'agenda scrolled to its end, most nodes',
        value: String(most),
        yardstick: '1,000',
        ratio: most / 1000,
        target: '≤ 1,000',
        met: most <= 1000,
      },
      {
        topic: TOPIC,
        name: 'largest setData',
        value: `${(largest / KB).toFixed(0)} KB`,
        yardstick: '256 KB',
        ratio: largest / (256 * KB),
        target: '≤ 256 KB',
        met: largest <= 256 * KB,
      },
      { topic: TOPIC, name: 'longest script, first copy arriving', value: `${first.toFixed(0)} ms`, yardstick: '' },
      {
        topic: TOPIC,
        name: 'longest script, launch from the stored copy',
        value: `${launch.toFixed(0)} ms`,
        yardstick: '',
      },
      {
        topic: TOPIC,
        name: 'longest script, then calendar and scrolling',
        value: `${longestTask.toFixed(0)} ms`,
        yardstick: '',
      },
      benchSearch(),
    ];
  } finally {
    await testServer.stop();
  }
}
