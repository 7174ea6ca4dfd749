/**
 * Two devices alone at one door, one of them killed twice, and uploads whose answers are lost (docs/rules.md, "At the door",
 * rules 2, 6 and 7): everybody counts once, and nothing is lost.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SLOW_MS } from '../server/testing/app';
import { STARTS } from '../server/testing/content';
import { type BrowserDoor, browserDoor } from './door/browser-door';
import { type KillableBrowser, openKillable } from './door/killable-browser';
import { useDoorDesk } from './door/use-door-desk';

const UPLOAD = '**/api/v1/door/scans';
const UPLOADED = /^已联网 · 名单为[^·]*$/;

const desk = useDoorDesk();
const folder = mkdtempSync(path.join(tmpdir(), 'door-killed-'));
const running: KillableBrowser[] = [];
afterEach(async () => {
  for (const browser of running.splice(0)) await browser.kill();
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Device extends KillableBrowser {
  readonly door: BrowserDoor;
}

/** `before` sets the browser up, before it opens the page. */
async function openDevice(name: string, before?: (browser: KillableBrowser) => Promise<void>): Promise<Device> {
  const browser = await openKillable(path.join(folder, name));
  running.push(browser);
  await browser.page.clock.install({ time: STARTS });
  await before?.(browser);
  return { ...browser, door: browserDoor(browser.page) };
}

async function pairDevice(name: string): Promise<Device> {
  const device = await openDevice(name);
  await device.page.goto(`${desk().origin}/door/#${await desk().offerCode()}`);
  await device.door.says(UPLOADED);
  await device.context.setOffline(true);
  return device;
}

async function letPartyIn({ door }: Device, ticket: string): Promise<void> {
  await door.type(ticket);
  await door.tap('2 位');
  await door.shows('ok', '离线核验');
  await door.tap('继续扫码');
}

/** The next write to the disk is done, and the page does not hear of it: it hangs between "stored" and "green". */
function hangOnceStored({ page }: Device): Promise<void> {
  const stored = new Promise<void>((resolve) => {
    page.on('console', (message) => {
      if (message.text() === 'stored') resolve();
    });
  });
  return page
    .evaluate(() => {
      Object.defineProperty(IDBTransaction.prototype, 'oncomplete', {
        set(this: IDBTransaction) {
          this.addEventListener('complete', () => {
            console.log('stored');
          });
        },
      });
    })
    .then(() => stored);
}

test(
  'two devices let the same party in alone; one is killed over its storage and over its upload, one hears 500',
  async () => {
    const party = await desk().guest('e', 2);
    const [one, other, third] = [await desk().guest('e'), await desk().guest('e'), await desk().guest('e')];
    await desk().comeToTheDay();
    const first = await pairDevice('first');
    await letPartyIn(first, party.ticket);
    await first.door.type(one.ticket);
    await first.door.shows('ok', '离线核验');
    await first.door.tap('继续扫码');
    const second = await pairDevice('second');
    await letPartyIn(second, party.ticket);
    await second.door.type(other.ticket);
    await second.door.shows('ok', '离线核验');

    // Killed between "stored" and "green".
    const stored = hangOnceStored(first);
    await first.door.type(third.ticket);
    await stored;
    expect(await first.page.locator('[data-verdict]').count()).toBe(0);
    await first.kill();

    // The later device comes first. The server takes its upload, and the answer is a failure.
    let answers = 0;
    await second.context.route(UPLOAD, async (route) => {
      answers += 1;
      if (answers > 1) return route.continue();
      await route.fetch();
      return route.fulfill({ status: 500, body: '' });
    });
    await second.context.setOffline(false);
    await second.door.says(UPLOADED);
    expect(answers).toBeGreaterThan(1);

    // Killed in the upload: the server has it, and nobody was told.
    let arrive = (): void => undefined;
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    const again = await openDevice('first', async ({ context }) => {
      await context.route(UPLOAD, async (route) => {
        await route.fetch();
        arrive();
      });
    });
    await again.page.goto(`${desk().origin}/door/`);
    await again.door.says(/3 条待上传/);
    await arrived;
    await again.kill();

    const last = await openDevice('first');
    await last.page.goto(`${desk().origin}/door/`);
    await last.door.says(UPLOADED);
    await last.door.says('4 人');
    expect(await desk().live('e')).toMatchObject({
      ...{ seats: 5, attendance: { scanned: 5, total: 5 }, open: 1 },
      flags: [{ flags: ['duplicate'], seats: 2, settlement: null }],
      devices: expect.arrayContaining([
        expect.objectContaining({ scans: 3, unsent: 0 }),
        expect.objectContaining({ scans: 2, unsent: 0 }),
      ]) as unknown,
    });
  },
  SLOW_MS,
);
