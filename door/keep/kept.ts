/** What the door keeps on the device, parsed when it is read. In clear are only lists that are encrypted, and numbers. */
import * as v from 'valibot';
import { ListedEventSchema } from '../../domain/check-in/device';
import { DeviceEntrySchema, type DeviceEntry } from '../../domain/check-in/device-log';
import { type Pack, PackSchema, type WirePack } from '../../domain/check-in/pack';
import { ScanSchema, type Scan } from '../../domain/check-in/scan';
import { formatInstant } from '../../domain/time/time';
import type { Change, Database } from './database';
import type { Vault } from './vault';

export const PairingSchema = v.object({
  /** `null`: the server does not know it any more; what waits is kept for the next one. */
  token: v.nullable(v.string()),
  revoked: v.boolean(),
  device: v.string(),
  events: v.array(ListedEventSchema),
  chosen: v.nullable(v.string()),
  sound: v.boolean(),
});
export type Pairing = v.InferOutput<typeof PairingSchema>;

export interface QueuedScan {
  readonly id: string;
  readonly scan: Scan;
  /** What the server said no with; `null` while it waits. */
  readonly refusal: string | null;
}

const QueuedSchema = v.object({ scan: ScanSchema, refusal: v.nullable(v.string()) });

const PACK = 'pack/';

export interface Kept {
  readonly pairing: Pairing | null;
  readonly packs: ReadonlyMap<string, Pack>;
  readonly log: readonly DeviceEntry[];
  readonly queue: readonly QueuedScan[];
}

/** The wire's form again: instants as text. */
const wireOf = ({ scan, refusal }: QueuedScan) => ({ scan: { ...scan, at: formatInstant(scan.at) }, refusal });

export interface Keeper {
  readonly load: () => Promise<Kept>;
  readonly keepPairing: (pairing: Pairing | null) => Promise<void>;
  readonly keepPack: (pack: WirePack, log: readonly DeviceEntry[]) => Promise<void>;
  readonly dropPacks: (events: readonly string[]) => Promise<void>;
  readonly keepLog: (log: readonly DeviceEntry[]) => Promise<void>;
  /** A scan and the log, in one step. */
  readonly keepScan: (scan: Scan, log: readonly DeviceEntry[] | null) => Promise<void>;
  readonly settle: (gone: readonly string[], refused: readonly QueuedScan[]) => Promise<void>;
}

export function keeperOf(db: Database, vault: Vault): Keeper {
  let next = 0;
  /** The queue's key of each scan, which gives their order. */
  const keys = new Map<string, string>();
  const keyOf = (id: string): string => {
    const known = keys.get(id);
    if (known !== undefined) return known;
    next += 1;
    const key = String(next).padStart(9, '0');
    keys.set(id, key);
    return key;
  };
  const logChange = (log: readonly DeviceEntry[]): Change => ({ table: 'values', key: 'log', value: [...log] });

  const loadQueue = async (): Promise<readonly QueuedScan[]> => {
    const queue: QueuedScan[] = [];
    for (const [key, stored] of await db.readAll('queue')) {
      next = Math.max(next, Number(key));
      const parsed = v.safeParse(QueuedSchema, await vault.decrypt(stored));
      if (!parsed.success) continue;
      const { scan, refusal } = parsed.output;
      keys.set(scan.id, key);
      queue.push({ id: scan.id, scan, refusal });
    }
    return queue;
  };

  return {
    load: async () => {
      const values = await db.readAll('values');
      const packs = values.flatMap(([key, value]) => {
        const parsed = key.startsWith(PACK) ? v.safeParse(PackSchema, value) : null;
        return parsed?.success === true ? [[key.slice(PACK.length), parsed.output] as const] : [];
      });
      const stored = new Map(values);
      const pairing = v.safeParse(PairingSchema, await vault.decrypt(stored.get('pairing')));
      const log = v.safeParse(v.array(DeviceEntrySchema), stored.get('log'));
      return {
        pairing: pairing.success ? pairing.output : null,
        packs: new Map(packs),
        log: log.success ? log.output : [],
        queue: await loadQueue(),
      };
    },
    keepPairing: async (pairing) => {
      if (pairing === null) return db.write([{ table: 'values', remove: 'pairing' }]);
      const events = pairing.events.map((event) => ({
        ...event,
        startsAt: formatInstant(event.startsAt),
        endsAt: formatInstant(event.endsAt),
      }));
      return db.write([{ table: 'values', key: 'pairing', value: await vault.encrypt({ ...pairing, events }) }]);
    },
    keepPack: (pack, log) => db.write([{ table: 'values', key: PACK + pack.event, value: pack }, logChange(log)]),
    dropPacks: (events) => db.write(events.map((event) => ({ table: 'values', remove: PACK + event }))),
    keepLog: (log) => db.write([logChange(log)]),
    keepScan: async (scan, log) => {
      const value = await vault.encrypt(wireOf({ id: scan.id, scan, refusal: null }));
      const queued: Change = { table: 'queue', key: keyOf(scan.id), value };
      await db.write(log === null ? [queued] : [queued, logChange(log)]);
    },
    settle: async (gone, refused) => {
      const kept = await Promise.all(
        refused.map(async (item): Promise<Change> => ({
          table: 'queue',
          key: keyOf(item.id),
          value: await vault.encrypt(wireOf(item)),
        })),
      );
      await db.write([...gone.map((id): Change => ({ table: 'queue', remove: keyOf(id) })), ...kept]);
    },
  };
}
