/**
 * Lighthouse's mobile audit of the browser build, each screen as a first visit with nothing stored. Scores of performance
 * depend on the machine, so the median of several runs is stated, as Lighthouse itself advises.
 */
import { createServer } from 'node:net';
import { chromium } from 'playwright-core';
import * as v from 'valibot';
import { startTestServer } from '../e2e/test-server';
import { chromiumArguments, findChromium } from '../mini-program-host/chromium';
import { type Figure, median } from './figure';

const TOPIC = 'Lighthouse, mobile';
const RUNS = 5;
/** An audit that could not be made says nothing about the app, and is made again; this often in all for one screen. */
const MOST_AUDITS = 9;
/** What a first visit may well begin with: the app itself, or a link that somebody sent. */
const SCREENS: readonly (readonly [name: string, address: string])[] = [
  ['home', '/'],
  ['calendar', '/#/pages/calendar/index'],
  ['an event', '/#/packages/event/index?id=sample-001'],
  ['12315', '/#/packages/complaint/index'],
  ['a slogan card', '/#/packages/slogans/index'],
];
const TARGETS = { performance: 95, accessibility: 100, 'best-practices': 100 } as const;
type Category = keyof typeof TARGETS;
const CATEGORIES = Object.keys(TARGETS) as Category[];

const score = v.object({ score: v.nullable(v.number()) });
const ReportSchema = v.object({
  categories: v.object({ performance: score, accessibility: score, 'best-practices': score }),
});
type Scores = Readonly<Record<Category, number>>;

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        resolve(address !== null && typeof address === 'object' ? address.port : 0);
      });
    });
  });
}

/** `null` where Lighthouse could not judge a category: its trace had missed the page. */
async function audit(url: string): Promise<Scores | null> {
  const { default: lighthouse } = await import('lighthouse');
  const port = await freePort();
  const args = [...chromiumArguments(), `--remote-debugging-port=${port}`];
  const browser = await chromium.launch({ executablePath: findChromium(), headless: true, args });
  try {
    const result = await lighthouse(url, { port, output: 'json', logLevel: 'error', onlyCategories: CATEGORIES });
    const { categories } = v.parse(ReportSchema, result?.lhr);
    const scores = CATEGORIES.map((category) => [category, categories[category].score] as const);
    if (scores.some(([, one]) => one === null)) return null;
    return Object.fromEntries(scores.map(([category, one]) => [category, Math.round((one ?? 0) * 100)])) as Scores;
  } finally {
    await browser.close();
  }
}

async function auditSeveralTimes(url: string): Promise<Scores[]> {
  const runs: Scores[] = [];
  for (let tries = 0; runs.length < RUNS; tries += 1) {
    if (tries === MOST_AUDITS) throw new Error(`Lighthouse could judge ${url} only ${runs.length} times`);
    const scores = await audit(url);
    if (scores !== null) runs.push(scores);
  }
  return runs;
}

/** A row for each screen and category. */
export async function benchLighthouse(): Promise<Figure[]> {
  const testServer = await startTestServer();
  try {
    const figures: Figure[] = [];
    for (const [screen, address] of SCREENS) {
      const runs = await auditSeveralTimes(`${testServer.origin}${address}`);
      for (const category of CATEGORIES) {
        const scores = runs.map((each) => each[category]);
        const value = median(scores);
        figures.push({
          topic: TOPIC,
          name: `${screen}: ${category}`,
          value: String(value),
          yardstick: `of 100; ${RUNS} runs: ${scores.join(', ')}`,
          target: category === 'performance' ? `≥ ${TARGETS[category]}` : String(TARGETS[category]),
          met: value >= TARGETS[category],
        });
      }
    }
    return figures;
  } finally {
    await testServer.stop();
  }
}
