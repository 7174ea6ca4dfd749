import { dayFromNow, eventBody } from '../e2e/event-fixture';
import { startTestServer } from '../e2e/test-server';
import type { Figure } from './figure';
import { contest, getRaw, startBare } from './http';
import { publishUpTo } from './publish';

const TOPIC = 'Feed';
const KB = 1024;
const gzip = { 'accept-encoding': 'gzip' };

interface FeedBody {
  readonly cursor: string;
  readonly more: boolean;
}

async function unpack(url: string): Promise<FeedBody> {
  return (await (await fetch(url)).json()) as FeedBody;
}

/** Bytes that travel for a full copy, all pages, compressed; and the cursor after it. */
async function fullCopy(base: string, encoding: string): Promise<{ bytes: number; cursor: string }> {
  let bytes = 0;
  let url = base;
  for (;;) {
    bytes += (await getRaw(url, { 'accept-encoding': encoding })).body.length;
    const { cursor, more } = await unpack(url);
    if (!more) return { bytes, cursor };
    url = `${base}&cursor=${encodeURIComponent(cursor)}`;
  }
}

export async function benchFeed(): Promise<Figure[]> {
  const figures: Figure[] = [];
  const testServer = await startTestServer({ SAMPLE: 'on' });
  try {
    const url = `${testServer.origin}/api/v1/feed?region=540000`;
    const seen = await fetch(url).then((answer) => answer.json() as Promise<{ events: unknown[] }>);
    await publishUpTo(testServer, 0, 300 - seen.events.length);
    const answer = await getRaw(url, gzip);
    const bare = await startBare(answer);
    for (const [name, headers] of [
      ['300 events, gzip', gzip],
      ['300 events, 304', { ...gzip, 'if-none-match': answer.headers.etag ?? '' }],
    ] as const) {
      const { ours, bare: plain } = await contest(url, bare.origin, headers);
      const ratio = ours / plain;
      figures.push({
        topic: TOPIC,
        name,
        value: `${Math.round(ours)} requests/s`,
        yardstick: `bare node:http ${Math.round(plain)} requests/s`,
        ratio,
        target: '≥ 0.8',
        met: ratio >= 0.8,
      });
    }
    bare.stop();

    await publishUpTo(testServer, 300, 5000);
    for (const encoding of ['br', 'gzip']) {
      const { bytes } = await fullCopy(url, encoding);
      figures.push({
        topic: TOPIC,
        name: `5,000 events, full copy, ${encoding}`,
        value: `${(bytes / KB).toFixed(0)} KB`,
        yardstick: '250 KB',
        ratio: bytes / (250 * KB),
        target: '≤ 250 KB',
        met: bytes <= 250 * KB,
      });
    }
    const { cursor } = await fullCopy(url, 'gzip');
    await testServer.publish('PUT', 'events/bench-7', eventBody({ title: '改了时间的开放日', day: dayFromNow(9) }));
    const delta = await getRaw(`${url}&cursor=${encodeURIComponent(cursor)}`, gzip);
    figures.push({
      topic: TOPIC,
      name: '5,000 events, delta of one changed',
      value: `${delta.body.length} bytes`,
      yardstick: '1,024 bytes',
      ratio: delta.body.length / KB,
      target: '≤ 1 KB',
      met: delta.body.length <= KB,
    });
    return figures;
  } finally {
    await testServer.stop();
  }
}
