/** Nothing that was stored is lost or counted twice, whenever the page dies (docs/rules.md, "At the door", rules 6 and 7). */
import { countsOf } from '../../domain/check-in/device-log';
import { EVENT, FakeDisk, FakeDoorServer, type FakePage, startPage } from '../testing/fake-device';
import { refusedOf, waitingOf } from './model';

const idOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

async function walkIn({ session }: FakePage, n: number): Promise<void> {
  session.give({ kind: 'walk-in', seats: 1, id: idOf(n) });
  await settle();
}
const counted = ({ model }: FakePage): number =>
  countsOf(model.getState().door?.entries ?? [], EVENT.id, false).walkIns;
const phaseOf = ({ model }: FakePage): string | undefined => model.getState().door?.phase.at;
const toneOf = ({ model }: FakePage): string | undefined => {
  const phase = model.getState().door?.phase;
  return phase?.at === 'verdict' ? phase.view.tone : undefined;
};

test('killed between stored and green: it was never shown, and it is there at the next start', async () => {
  const [disk, server] = [new FakeDisk(), new FakeDoorServer()];
  const page = await startPage(disk, server);
  disk.mode = 'silent';
  await walkIn(page, 1);
  expect(phaseOf(page)).toBe('keeping');
  disk.mode = 'works';
  const next = await startPage(disk, server);
  expect(waitingOf(next.model.getState()).map(({ id }) => id)).toEqual([idOf(1)]);
  expect(counted(next)).toBe(1);
  await next.contact.flush();
  expect([...server.scans.keys()]).toEqual([idOf(1)]);
  expect(waitingOf((await startPage(disk, server)).model.getState())).toEqual([]);
});

test('where nothing can be stored it is not green, and nothing is sent', async () => {
  const [disk, server] = [new FakeDisk(), new FakeDoorServer()];
  const page = await startPage(disk, server);
  disk.mode = 'full';
  await walkIn(page, 1);
  expect(toneOf(page)).toBe('unkept');
  expect(counted(page)).toBe(0);
  await page.contact.flush();
  expect(server.requests).toEqual([]);
});

test('killed in the upload: sent again with the same ids, and the server has each once', async () => {
  const [disk, server] = [new FakeDisk(), new FakeDoorServer()];
  const page = await startPage(disk, server);
  await walkIn(page, 1);
  await walkIn(page, 2);
  server.plan = ['silent'];
  void page.contact.flush();
  await settle();
  const next = await startPage(disk, server);
  await next.contact.flush();
  expect(server.requests).toEqual([
    [idOf(1), idOf(2)],
    [idOf(1), idOf(2)],
  ]);
  expect(server.scans.size).toBe(2);
  expect(counted(next)).toBe(2);
});

test('an upload that fails half-way keeps the rest, in order, 50 at once', async () => {
  const [disk, server] = [new FakeDisk(), new FakeDoorServer()];
  const page = await startPage(disk, server);
  for (let n = 1; n <= 60; n += 1) await walkIn(page, n);
  server.plan = ['answer', 'server'];
  await page.contact.flush();
  expect(waitingOf(page.model.getState())).toHaveLength(10);
  const next = await startPage(disk, server);
  await next.contact.flush();
  expect(server.requests.map((ids) => ids.length)).toEqual([50, 10, 10]);
  expect([...server.scans.keys()]).toEqual(Array.from({ length: 60 }, (_, n) => idOf(n + 1)));
});

test('what the server does not take is shown, and the rest goes on', async () => {
  const [disk, server] = [new FakeDisk(), new FakeDoorServer()];
  const page = await startPage(disk, server);
  await walkIn(page, 1);
  await walkIn(page, 2);
  server.refused.add(idOf(1));
  await page.contact.flush();
  const next = await startPage(disk, server);
  expect(refusedOf(next.model.getState()).map(({ id, refusal }) => [id, refusal])).toEqual([[idOf(1), 'not-found']]);
  expect(waitingOf(next.model.getState())).toEqual([]);
  expect([...server.scans.keys()]).toEqual([idOf(2)]);
});

test('a server that does not know the device: asked to pair again, with everything kept', async () => {
  const [disk, server] = [new FakeDisk(), new FakeDoorServer()];
  const page = await startPage(disk, server);
  await walkIn(page, 1);
  server.plan = ['unknown-device'];
  await page.contact.flush();
  await settle();
  expect(page.model.getState().pairing?.token).toBeNull();
  const next = await startPage(disk, server);
  expect(next.model.getState().pairing?.token).toBeNull();
  expect(waitingOf(next.model.getState())).toHaveLength(1);
});
