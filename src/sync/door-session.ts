/**
 * The shell around the door's machine (`domain/check-in/session`): it finds, asks, stores, signals and waits as the machine
 * says, and keeps the lists and counts fresh. Uploading comes before downloading.
 */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { DOOR } from '../../domain/api/door';
import { DoorSchema } from '../../domain/check-in/device';
import { applyNewList, type DeviceEntry, withoutPast } from '../../domain/check-in/device-log';
import {
  ANSWER_MS,
  type DoorCommand,
  type DoorInput,
  type DoorState,
  startDoor,
} from '../../domain/check-in/door-state';
import { findOnDevice, isPackExpired, LIST_FRESH_MS, lookUp, openPack, PackSchema } from '../../domain/check-in/pack';
import { phoneCrypto } from '../../domain/check-in/pack-crypto';
import { type Scan, ScanResultsSchema } from '../../domain/check-in/scan';
import { toWireScan } from '../../domain/check-in/sealed-scan';
import { stepDoor } from '../../domain/check-in/session';
import { phoneNow } from '../platform/clock';
import { onForeground, onReconnected, type Unsubscribe } from '../platform/lifecycle';
import { freshId } from '../platform/random';
import { vibrateFor } from '../platform/vibrate';
import { isUnreached } from './call';
import { coalesce } from './coalesce';
import { callAsDevice, type DeviceEvent, deviceNow, takeDoor } from './door-device';
import { keepLog, logNow } from './door-log';
import { eraseList, keepList, listOf } from './door-packs';
import { flushScans, keepScan, onReceived, scanOf, waitingNow, waitingScans } from './door-queue';
import { now as serverNow } from './now';

const EVENTS = { ...DOOR.doorEvents, answer: DoorSchema } as const;
const PACK = { ...DOOR.pack, answer: PackSchema } as const;
const UPLOAD = { ...DOOR.uploadScans, answer: ScanResultsSchema } as const;

/** Offline and online the server is asked this often; quietly, since nobody waits for it. */
const PROBE_MS = 15_000;
const PROBE_TIMEOUT_MS = 5_000;
const LIST_TIMEOUT_MS = 30_000;

const store = createStore<{ readonly door: DoorState | null }>(() => ({ door: null }));
export const useDoor = (): DoorState | null => useStore(store, ({ door }) => door);

function set(door: DoorState | null): void {
  store.setState({ door });
}

/** Later, so that the screen shows what goes on before the phone is busy with it. */
const soon = (work: () => void): void => void setTimeout(work, 0);

function find(ticket: string): void {
  const { door } = store.getState();
  if (door === null) return;
  const others = (deviceNow()?.events ?? []).flatMap(({ id }) => {
    const list = id === door.event.id ? null : listOf(id);
    return list === null ? [] : [list.pack];
  });
  tell({ kind: 'found', found: findOnDevice(listOf(door.event.id)?.pack ?? null, others, ticket, phoneCrypto) });
}

async function ask(scan: Scan): Promise<void> {
  const body = { scans: [toWireScan(scan)], unsent: waitingNow().length };
  const answer = await callAsDevice(UPLOAD, { body, timeoutMs: ANSWER_MS });
  const result = answer.ok ? answer.value.results.find(({ id }) => id === scan.id) : undefined;
  if (result !== undefined) tell({ kind: 'answered', result });
  // Without a way to the server nothing has arrived; after any other failure it may have.
  else tell({ kind: 'unanswered', maybe: answer.ok || answer.reason !== 'offline', id: freshId() });
}

function keep(scan: Scan, log: readonly DeviceEntry[]): void {
  const isKept = keepScan(scan, log.find(({ id }) => id === scan.id) ?? null);
  if (isKept) keepLog(log);
  tell({ kind: 'kept', ok: isKept });
  if (isKept) void syncDoor();
}

function run(command: DoorCommand): void {
  switch (command.run) {
    case 'find':
      soon(() => {
        find(command.ticket);
      });
      return;
    case 'ask':
      void ask(command.scan);
      return;
    case 'keep':
      keep(command.scan, command.log);
      return;
    case 'log':
      keepLog(command.log);
      return;
    case 'queue':
      keepScan(command.scan, null);
      return;
    case 'signal':
      vibrateFor(command.view.tone === 'ok' || command.view.tone === 'undone' ? 'good' : 'bad');
      return;
    case 'return':
      setTimeout(() => {
        tell({ kind: 'next', view: command.view });
      }, command.afterMs);
  }
}

/** What the person or the phone does at the door. */
export function tell(input: DoorInput): void {
  const { door } = store.getState();
  if (door === null) return;
  const { state, commands } = stepDoor(door, input, phoneNow());
  set(state);
  commands.forEach(run);
}

/** A code that the camera saw, or that somebody typed. */
export function tellCode(text: string, by: 'camera' | 'typed'): void {
  tell({ kind: 'code', text, by, id: freshId() });
}

const doorEventOf = ({ id, status, startsAt, endsAt }: DeviceEvent): DoorState['event'] => ({
  ...{ id, status, startsAt, endsAt },
});

/** Begins to check at an event; whether there is a network turns out by itself. */
export function openDoor(event: DeviceEvent, rehearsal: boolean): void {
  const link = store.getState().door?.link ?? 'online';
  set(startDoor(doorEventOf(event), { entries: logNow(), rehearsal, link }));
}

export function closeDoor(): void {
  set(null);
}

/** The event as the server knows it now, without a word to the person. */
function renewEvent(): void {
  const { door } = store.getState();
  const event = deviceNow()?.events.find(({ id }) => id === door?.event.id);
  if (door !== null && event !== undefined) set({ ...door, event: doorEventOf(event) });
}

function keepReceived(ids: readonly string[]): void {
  if (store.getState().door !== null) tell({ kind: 'received', ids });
  else keepLog(logNow().map((entry) => (ids.includes(entry.id) ? { ...entry, received: true } : entry)));
}
onReceived(keepReceived);

/** The name of an entry's party in a new list: of scans that still wait, since nothing else knows the ticket. */
function lookupIn(pack: ReturnType<typeof openPack>): (id: string) => string | null {
  return (id) => {
    const item = waitingScans.getState().items.find((each) => each.id === id);
    const scan = item === undefined ? null : scanOf(item);
    return scan?.kind === 'enter' ? lookUp(pack, scan.ticket, phoneCrypto).lookup : null;
  };
}

async function pullList(event: string): Promise<void> {
  const had = new Set(logNow().flatMap(({ id, received }) => (received ? [id] : [])));
  const answer = await callAsDevice(PACK, { query: { event }, timeoutMs: LIST_TIMEOUT_MS });
  if (!answer.ok) return;
  keepList(event, answer.body);
  const entries = applyNewList(
    store.getState().door?.entries ?? logNow(),
    event,
    had,
    lookupIn(openPack(answer.value)),
  );
  keepLog(entries);
  const { door } = store.getState();
  if (door !== null) set({ ...door, entries });
}

function sweep(now: number): void {
  const over = (deviceNow()?.events ?? []).filter(({ endsAt }) => isPackExpired(endsAt, now)).map(({ id }) => id);
  over.forEach(eraseList);
  const log = logNow();
  const rest = withoutPast(log, over);
  if (rest.length < log.length) keepLog(rest);
}

async function sync(): Promise<void> {
  const device = deviceNow();
  if (device === null || device.standing === 'lost') return;
  sweep(serverNow());
  await flushScans();
  if (deviceNow()?.standing !== 'paired') return;
  const waiting = waitingNow().length;
  const answer = await callAsDevice(EVENTS, { query: { unsent: waiting }, timeoutMs: PROBE_TIMEOUT_MS });
  if (!answer.ok) {
    if (isUnreached(answer)) tell({ kind: 'link', link: 'offline' });
    return;
  }
  takeDoor(answer.value);
  renewEvent();
  tell({ kind: 'link', link: 'online' });
  if (waiting > 0) return;
  const now = serverNow();
  for (const { id, endsAt } of answer.value.events) {
    const isFresh = now - (listOf(id)?.madeAt ?? 0) < LIST_FRESH_MS;
    if (!isFresh && !isPackExpired(endsAt, now)) await pullList(id);
  }
}

/** Uploads, then asks how the events are, then renews lists. */
export const syncDoor = coalesce(sync);

/** As long as the door's page is open. The function given back ends it. */
export function startDoorSync(): Unsubscribe {
  const again = (): void => void syncDoor();
  again();
  const timer = setInterval(again, PROBE_MS);
  const stops = [
    onForeground(again),
    onReconnected(again),
    () => {
      clearInterval(timer);
    },
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
