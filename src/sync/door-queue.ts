/**
 * Scans on their way to the server (docs/rules.md, "At the door", rules 6 and 7), in the app's durable queue: each is stored
 * before anybody is let in, and leaves on its own receipt. One that is refused stays, for people to look at.
 */
import * as v from 'valibot';
import { useStore } from 'zustand';
import { DOOR } from '../../domain/api/door';
import { type DeviceEntry, DeviceEntrySchema } from '../../domain/check-in/device-log';
import { phoneCrypto } from '../../domain/check-in/pack-crypto';
import { MOST_SCANS, type Scan, ScanIdSchema, ScanKindSchema, ScanResultsSchema } from '../../domain/check-in/scan';
import { makeSeal, openScan, sealScan, toWireScan } from '../../domain/check-in/sealed-scan';
import { busyFor } from './call';
import { callAsDevice, deviceNow, lose } from './door-device';
import { durableQueue, type Receipt, type Sent } from './durable-queue';
import { RefusalSchema } from './refusal';
import { isUnkept } from './room';
import { toSendFailure } from './send-failure';

const UPLOAD = { ...DOOR.uploadScans, answer: ScanResultsSchema } as const;
const KEY = 'door-scans';
const TIMEOUT_MS = 10_000;

const ItemSchema = v.object({
  id: ScanIdSchema,
  refusal: v.nullable(RefusalSchema),
  kind: ScanKindSchema,
  event: v.string(),
  /** By the device's clock, epoch ms. */
  at: v.number(),
  /** The scan itself, encrypted. */
  sealed: v.string(),
  /** What it adds to the device's log: in the same write, so that no kill parts them. */
  entry: v.nullable(DeviceEntrySchema),
  undoes: v.nullable(ScanIdSchema),
});
export type WaitingScan = v.InferOutput<typeof ItemSchema>;

let seal: { readonly secret: string; readonly key: Uint8Array } | null = null;
function sealNow(): Uint8Array {
  const secret = deviceNow()?.secret ?? '';
  if (seal?.secret !== secret) seal = { secret, key: makeSeal(secret, phoneCrypto) };
  return seal.key;
}

/** The scan of an item; `null` where it cannot be read any more. */
export const scanOf = ({ id, sealed }: Pick<WaitingScan, 'id' | 'sealed'>): Scan | null =>
  openScan(id, sealed, sealNow(), phoneCrypto);

const unreadable: Receipt = { state: 'refused', refusal: { code: 'invalid-input', fieldErrors: [] } };
const received = new Set<(ids: readonly string[]) => void>();

/** Hears of scans that the server has. */
export function onReceived(listener: (ids: readonly string[]) => void): () => void {
  received.add(listener);
  return () => {
    received.delete(listener);
  };
}

async function send(items: readonly WaitingScan[]): Promise<Sent> {
  const scans = items.map(scanOf);
  const receipts = new Map<string, Receipt>();
  items.forEach(({ id }, index) => {
    if (scans[index] === null) receipts.set(id, unreadable);
  });
  const readable = scans.flatMap((scan) => (scan === null ? [] : [toWireScan(scan)]));
  if (readable.length === 0) return { receipts, failure: null };
  const unsent = waitingNow().length - readable.length;
  const answer = await callAsDevice(UPLOAD, { body: { scans: readable, unsent }, timeoutMs: TIMEOUT_MS });
  if (!answer.ok) return { receipts, failure: toSendFailure(answer), waitMs: busyFor(answer) };
  if (answer.value.revoked === true) lose('revoked');
  for (const result of answer.value.results) {
    const isTaken = 'verdict' in result;
    receipts.set(
      result.id,
      isTaken ? { state: 'accepted' } : { state: 'refused', refusal: { code: result.code, fieldErrors: [] } },
    );
  }
  const taken = answer.value.results.flatMap((result) => ('verdict' in result ? [result.id] : []));
  for (const listener of received) listener(taken);
  return { receipts, failure: null };
}

const queue = durableQueue<WaitingScan>({
  key: KEY,
  version: 1,
  item: ItemSchema,
  owner: 'phone',
  missed: 'setting',
  batch: MOST_SCANS,
  send,
});
export const { store: waitingScans, progress: uploading, flush: flushScans } = queue;

/** On their way: not refused. */
export function waitingNow(): readonly WaitingScan[] {
  return waitingScans.getState().items.filter(({ refusal }) => refusal === null);
}

export const useWaitingScans = (): readonly WaitingScan[] => useStore(waitingScans, ({ items }) => items);

/** Stores a scan with what it adds to the log. `false`: there is no room, and nothing is kept of it. */
export function keepScan(scan: Scan, entry: DeviceEntry | null): boolean {
  const { id, kind, event, at } = scan;
  const undoes = scan.kind === 'undo' ? scan.undoes : null;
  const item = {
    ...{ id, kind, event, at, entry, undoes },
    refusal: null,
    sealed: sealScan(scan, sealNow(), phoneCrypto),
  };
  queue.change((items) => [...items, item]);
  if (!isUnkept(KEY)) return true;
  queue.change((items) => items.filter((each) => each.id !== id));
  return false;
}

/** A refused one that people have dealt with. */
export function dropRefused(id: string): void {
  queue.change((items) => items.filter((each) => each.id !== id || each.refusal === null));
}
