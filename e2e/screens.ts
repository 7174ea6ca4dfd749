// `npm run screens`: a picture of every screen, on both targets and in both type sizes, into docs/screens.
// `npm run screens home event` takes some only.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { CARDS_AND_12315 } from './shots/cards-and-12315';
import { FINDING } from './shots/finding';
import { READING } from './shots/reading';
import type { Shot } from './shots/shot';
import { TAKING_PART } from './shots/taking-part';
import { startSignUpStand } from './sign-up-stand';
import { TARGETS } from './stand';

const SHOTS: readonly Shot[] = [...READING, ...FINDING, ...TAKING_PART, ...CARDS_AND_12315];

async function main(chosen: readonly string[]): Promise<void> {
  const out = path.resolve(__dirname, '../docs/screens');
  mkdirSync(out, { recursive: true });
  const at = await startSignUpStand();
  try {
    for (const shot of SHOTS.filter(({ name }) => chosen.length === 0 || chosen.includes(name))) {
      for (const target of TARGETS) {
        // Who has never seen the app has chosen no type size either.
        for (const largeType of shot.fresh ? [false] : [false, true]) {
          const app = await at.open(target, { largeType, ...(shot.fresh ? { region: null } : {}) });
          try {
            if (!shot.fresh) await app.waitText(/更新于 \d\d:\d\d/);
            await shot.go(app, at);
            await app.screenshot(path.join(out, `${target}-${shot.name}${largeType ? '-large' : ''}.png`));
          } finally {
            await app.close();
          }
        }
      }
      console.log(shot.name);
    }
  } finally {
    await at.stop();
  }
}

void main(process.argv.slice(2));
