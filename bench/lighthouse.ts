/**
 * Lighthouse's mobile audit of the browser build, each screen as a first visit with nothing stored. Scores of performance
 * depend on the machine, so the median of several runs is stated, as Lighthouse itself advises.
 */
import { createServer } from 'node:net';
import { chromium } from 'playwright-core';
import * as v from 'valibot';
import { chromiumArguments, findChromium } from '../e2e/chromium';
import { startStand } from '../e2e/stand';
import { type Figure, median } from './figure';

const TOPIC = 'Lighthouse, mobile';
const RUNS = 3;
/** What a first visit may well begin with: the app itself, or a link that somebody sent. */
const SCREENS: readonly (readonly [name: string, address: string])[] = [
  ['home', '/'],
  ['calendar', '/#/pages/calendar/index'],
  ['an event', '/#/packages/event/index?id=sample-001'],
  ['12315', '/#/packages/complaint/index'],
  ['a slogan card', '/#/packages/slogans/index'],
];
const TARGETS = { performance: 90, accessibility: 100, 'best-practices': 100 } as const;
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

async function audit(url: string): Promise<Scores> {
  const { default: lighthouse } = await import('lighthouse');
  const port = await freePort();
  const args = [...chromiumArguments(), `--remote-debugging-port=${port}`];
  const browser = await chromium.launch({ executablePath: findChromium(), headless: true, args });
  try {
    const result = await lighthouse(url, { port, output: 'json', logLevel: 'error', onlyCategories: CATEGORIES });
    const { categories } = v.parse(ReportSchema, result?.lhr);
    const of = (category: Category): number => Math.round((categories[category].score ?? 0) * 100);
    return {
      performance: of('performance'),
      accessibility: of('accessibility'),
      'best-practices': of('best-practices'),
    };
  } finally {
    await browser.close();
  }
}

/** A row for each screen and category. */
export async function benchLighthouse(): Promise<Figure[]> {
  const stand = await startStand();
  try {
    const figures: Figure[] = [];
    for (const [screen, address] of SCREENS) {
      const runs: Scores[] = [];
      for (let run = 0; run < RUNS; run += 1) runs.push(await audit(`${stand.origin}${address}`));
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
    await stand.stop();
  }
}
