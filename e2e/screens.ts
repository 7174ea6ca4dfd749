// `npm run screens`: a picture of every screen, on both targets and in both type sizes, into e2e/out/screens.
// `npm run screens home event` takes some only. With `--docs`: the small ones of the mini-program that docs/screens keeps.
import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { AppDriver } from '../mini-program-host/driver';
import { CARDS_AND_12315 } from './shots/cards-and-12315';
import { FIELD_WORK } from './shots/field-work';
import { FINDING } from './shots/search';
import { READING } from './shots/reading';
import type { Shot } from './shots/shot';
import { TAKING_PART } from './shots/taking-part';
import { type SignUpServer, startSignUpServer } from './sign-up-server';
import { type TargetName, TARGETS } from './test-server';

const SHOTS: readonly Shot[] = [...READING, ...FINDING, ...TAKING_PART, ...CARDS_AND_12315, ...FIELD_WORK];
/** Screens that docs/screens shows in 长辈版 too. */
const LARGE_IN_DOCS = new Set(['home', 'event', 'sign-up']);
const MOST_BYTES = 60 * 1024;
const QUALITIES = [75, 65, 55, 45, 35];

interface Sitting {
  readonly shot: Shot;
  readonly target: TargetName;
  readonly largeType: boolean;
  readonly dark: boolean;
}

function sittingsOf(shot: Shot, forDocs: boolean): readonly Sitting[] {
  const targets = forDocs ? (['weapp'] as const) : TARGETS;
  // A phone that has never seen the app has chosen no type size either.
  const isLarge = !shot.fresh && (!forDocs || LARGE_IN_DOCS.has(shot.name));
  return targets.flatMap((target) =>
    (isLarge ? [false, true] : [false]).flatMap((largeType) =>
      (forDocs ? [false] : [false, true]).map((dark) => ({ shot, target, largeType, dark })),
    ),
  );
}

/** As good as its size allows. */
async function takeSmall(app: AppDriver, file: string): Promise<void> {
  for (const quality of QUALITIES) {
    await app.screenshot({ path: file, quality });
    if (statSync(file).size <= MOST_BYTES) return;
  }
  throw new Error(`${file} is larger than ${MOST_BYTES} bytes`);
}

async function take(at: SignUpServer, { shot, target, largeType, dark }: Sitting, forDocs: boolean): Promise<void> {
  const name = `${shot.name}${largeType ? '-large' : ''}${dark ? '-dark' : ''}`;
  const density = forDocs ? 1.25 : 2;
  const app = await at.open(target, {
    largeType,
    density,
    colorScheme: dark ? 'dark' : 'light',
    ...(shot.fresh ? { region: null } : {}),
  });
  try {
    if (!shot.fresh) await app.waitText(/更新于 \d\d:\d\d/);
    await shot.go(app, at);
    if (forDocs) await takeSmall(app, path.resolve(__dirname, '../docs/screens', `${name}.jpg`));
    else await app.screenshot({ path: path.resolve(__dirname, 'out/screens', `${target}-${name}.png`) });
  } finally {
    await app.close();
  }
}

async function main(args: readonly string[]): Promise<void> {
  const forDocs = args.includes('--docs');
  const chosen = args.filter((each) => each !== '--docs');
  mkdirSync(path.resolve(__dirname, forDocs ? '../docs/screens' : 'out/screens'), { recursive: true });
  const at = await startSignUpServer();
  try {
    for (const shot of SHOTS.filter(({ name }) => chosen.length === 0 || chosen.includes(name))) {
      for (const sitting of sittingsOf(shot, forDocs)) await take(at, sitting, forDocs);
      console.log(shot.name);
    }
  } finally {
    await at.stop();
  }
}

void main(process.argv.slice(2));
