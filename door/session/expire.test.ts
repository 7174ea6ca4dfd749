/** What a device holds of an event is gone a day after it (docs/rules.md, "At the door", rule 8). */
import { formatInstant, DAY_MS } from '../../domain/time/time';
import { EVENT, FakeDisk, FakeDoorServer, startPage } from '../testing/fake-device';

const idOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const LIST = {
  version: 1,
  event: EVENT.id,
  madeAt: formatInstant(0),
  salt: '0'.repeat(32),
  iterations: 1_000,
  entries: [],
};
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

/** A list, an entry that the server has, and one that waits. */
async function diskAfterTheEvent(): Promise<FakeDisk> {
  const disk = new FakeDisk();
  disk.tables.values.set(`pack/${EVENT.id}`, LIST);
  const page = await startPage(disk, new FakeDoorServer());
  page.session.give({ kind: 'walk-in', seats: 1, id: idOf(1) });
  await settle();
  await page.contact.flush();
  page.session.give({ kind: 'next' });
  page.session.give({ kind: 'walk-in', seats: 2, id: idOf(2) });
  await settle();
  return disk;
}
const idsIn = (log: unknown): unknown => (log as readonly { readonly id: string }[]).map(({ id }) => id);

test.each([
  ['a moment before', EVENT.endsAt + DAY_MS - 1, true, [idOf(1), idOf(2)]],
  ['24 hours after the end', EVENT.endsAt + DAY_MS, false, [idOf(2)]],
])('%s: the list, and of the log what the server has', async (_, now, isHeld, log) => {
  const disk = await diskAfterTheEvent();
  const server = new FakeDoorServer();
  const page = await startPage(disk, server, now);
  await page.contact.expire();
  expect(disk.tables.values.has(`pack/${EVENT.id}`)).toBe(isHeld);
  expect(page.model.getState().lists.has(EVENT.id)).toBe(isHeld);
  expect(idsIn(disk.tables.values.get('log'))).toEqual(log);
  expect(idsIn(page.model.getState().door?.entries)).toEqual(log);
  // What waits is still handed in.
  await page.contact.flush();
  expect([...server.scans.keys()]).toEqual([idOf(2)]);
  await page.contact.expire();
  expect(idsIn(disk.tables.values.get('log'))).toEqual(isHeld ? [idOf(1), idOf(2)] : []);
});
