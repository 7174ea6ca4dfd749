// `npm run bench`: every figure beside its yardstick, in one run; the table goes to bench/RESULTS.md.
// `npm run bench feed delta` runs some topics only and prints them without writing.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { dayOf } from '../domain/time/time';
import { benchAxe } from './axe';
import { benchCards } from './cards';
import { benchDelta } from './delta';
import { benchDesk } from './desk';
import { benchDoor } from './door';
import { benchFeed } from './feed';
import { type Figure, reportOf } from './figure';
import { benchFigures } from './figures';
import { benchFinding } from './search';
import { benchImports } from './imports';
import { benchLighthouse } from './lighthouse';
import { benchOpening } from './opening';
import { benchRoutes } from './routes';
import { benchScale } from './scale';
import { benchServer } from './server';
import { benchSignUps } from './sign-ups';
import { benchWeapp } from './weapp';

const BENCHES: Readonly<Record<string, () => Figure[] | Promise<Figure[]>>> = {
  feed: benchFeed,
  delta: benchDelta,
  weapp: benchWeapp,
  finding: benchFinding,
  server: benchServer,
  scale: benchScale,
  routes: benchRoutes,
  opening: benchOpening,
  lighthouse: benchLighthouse,
  'sign-ups': benchSignUps,
  cards: benchCards,
  axe: benchAxe,
  desk: benchDesk,
  door: benchDoor,
  imports: benchImports,
  figures: benchFigures,
};

async function main(chosen: readonly string[]): Promise<void> {
  const names = chosen.length === 0 ? Object.keys(BENCHES) : chosen;
  const figures: Figure[] = [];
  for (const name of names) {
    const bench = BENCHES[name];
    if (bench === undefined) throw new Error(`no bench is called ${name}: ${Object.keys(BENCHES).join(', ')}`);
    console.error(`… ${name}`);
    figures.push(...(await bench()));
  }
  const report = reportOf(figures, dayOf(Date.now()));
  console.log(report);
  if (chosen.length === 0) writeFileSync(path.join(__dirname, 'RESULTS.md'), report);
  process.exitCode = figures.some(({ met }) => met === false) ? 1 : 0;
}

void main(process.argv.slice(2));
