/**
 * The copy that survives a killed app, in a storage of 1 MB a key and 10 MB in all (WeChat) or about 5 MB (browsers).
 *
 * It lies in parts: the campaign, the programme, and buckets of events. A changed part is written under a new key (its
 * generation), and the manifest that names all parts is written last: whenever the app is killed, the manifest that
 * stands names parts that are whole. What no manifest names is swept.
 */
import * as v from 'valibot';
import { CampaignSchema, ProgrammeItemSchema } from '../../domain/campaign/campaign';
import type { Replica } from '../../domain/feed/delta';
import { type QualityEvent, StoredEventSchema } from '../../domain/event/event';
import { ProvinceCountSchema, SCHEMA_VERSION } from '../../domain/feed/feed';
import { phoneNow } from '../platform/clock';
import { keys, read, remove, write as writeAsIs } from '../platform/storage';
import { bucketCount, bucketOf, intoBuckets, MAX_BUCKETS, touchedBuckets } from './buckets';
import { RegionSchema, type Region } from './preferences';
import { writeMakingRoom } from './room';

export interface Copy {
  readonly region: Region;
  readonly replica: Replica;
  /** When it was as new as the server, epoch ms by the server's clock. */
  readonly syncedAt: number | null;
}

export interface Snapshot {
  /** The stored copy; `null` where there is none, or none that can be trusted: then it is dropped, with a warning. */
  readonly load: () => Copy | null;
  /** Stores what changed since the last load or save. `full`: the app goes on from memory. */
  readonly save: (copy: Copy) => 'ok' | 'full';
}

/** Some of a copy's things in one key. `gen`: the generation it was written in. `size`: how many; without any, no key. */
const PartSchema = v.object({ gen: v.string(), size: v.number() });
type Part = v.InferOutput<typeof PartSchema>;

const ManifestSchema = v.object({
  version: v.literal(SCHEMA_VERSION),
  /** The generation last written; unlike any other, since two tabs of a browser share one storage. */
  gen: v.string(),
  region: RegionSchema,
  cursor: v.string(),
  syncedAt: v.nullable(v.number()),
  campaign: PartSchema,
  programme: PartSchema,
  buckets: v.pipe(v.array(PartSchema), v.minLength(1), v.maxLength(MAX_BUCKETS)),
  provinces: v.optional(v.array(ProvinceCountSchema)),
});
type Manifest = v.InferOutput<typeof ManifestSchema>;

interface Stored {
  readonly manifest: Manifest;
  readonly replica: Replica;
}

interface Plan {
  readonly manifest: Manifest;
  /** What is to be written before the manifest, by part. */
  readonly parts: ReadonlyMap<string, unknown>;
  /** Drops the stored copy. */
  readonly replacesAll: boolean;
}

function freshGeneration(): string {
  return `${phoneNow().toString(36)}-${Math.random().toString(36).slice(2, 10)}`;
}

/** What is stored, if it can be built upon: the same region, and not outgrown. */
function basisOf(stored: Stored | null, { region, replica }: Copy): Stored | null {
  if (stored === null || stored.manifest.region.code !== region.code) return null;
  return bucketCount(replica.events.size) > 2 * stored.manifest.buckets.length ? null : stored;
}

function namedParts({ campaign, programme, buckets }: Manifest): [string, Part][] {
  return [
    ['campaign', campaign],
    ['programme', programme],
    ...buckets.map((part, index): [string, Part] => [String(index), part]),
  ];
}

function plan(stored: Stored | null, copy: Copy, cursor: string): Plan {
  const { region, replica, syncedAt } = copy;
  const { campaign, programme, events, provinces } = replica;
  const basis = basisOf(stored, copy);
  const gen = freshGeneration();
  const parts = new Map<string, unknown>();
  let replacesAll = true;

  /** `before`: the part as it is stored, where it still holds these things. */
  const part = (name: string, items: readonly unknown[], before: Part | undefined): Part => {
    if (before !== undefined) {
      replacesAll &&= before.size === 0;
      return before;
    }
    if (items.length > 0) parts.set(name, items);
    return { gen, size: items.length };
  };

  const count = basis?.manifest.buckets.length ?? bucketCount(events.size);
  const touched = touchedBuckets(basis?.replica.events ?? new Map(), events, count);
  const manifest = {
    version: SCHEMA_VERSION,
    gen,
    region,
    cursor,
    syncedAt,
    campaign: part(
      'campaign',
      campaign === null ? [] : [campaign],
      basis?.replica.campaign === campaign ? basis.manifest.campaign : undefined,
    ),
    programme: part(
      'programme',
      programme,
      basis?.replica.programme === programme ? basis.manifest.programme : undefined,
    ),
    buckets: intoBuckets(events, count).map((bucket, index) =>
      part(String(index), bucket, touched.has(index) ? undefined : basis?.manifest.buckets[index]),
    ),
    ...(provinces && { provinces: [...provinces] }),
  } as const;
  return { manifest, parts, replacesAll };
}

/** The copy of the campaign that is on. */
export const CURRENT = 'current';

export function createSnapshot(name: string): Snapshot {
  // A slash cannot be in the encoded name, so no copy's prefix is the beginning of another's.
  const prefix = `replica/${encodeURIComponent(name)}/`;
  const manifestKey = `${prefix}manifest`;
  const keyOf = (part: string | number, gen: string): string => `${prefix}${part}.${gen}`;

  /** What the storage holds, as far as this run knows. */
  let stored: Stored | null = null;

  // A past campaign makes way for the one that is on, never the other way round.
  const write = (key: string, value: unknown): 'ok' | 'full' =>
    name === CURRENT ? writeMakingRoom(key, value, 'copy') : writeAsIs(key, value);

  function sweep(): void {
    const named = new Set<string>();
    if (stored !== null) {
      named.add(manifestKey);
      for (const [part, { gen }] of namedParts(stored.manifest)) named.add(keyOf(part, gen));
    }
    for (const key of keys()) if (key.startsWith(prefix) && !named.has(key)) remove(key);
  }

  function drop(): void {
    stored = null;
    remove(manifestKey);
    sweep();
  }

  function readPart<T>(name: string, { gen, size }: Part, schema: v.GenericSchema<unknown, T>): readonly T[] {
    if (size === 0) return [];
    const items = v.parse(v.array(schema), read(keyOf(name, gen)));
    if (items.length !== size) throw new Error(`${name} is not what was written`);
    return items;
  }

  function readEvents(buckets: readonly Part[]): ReadonlyMap<string, QualityEvent> {
    const events = new Map<string, QualityEvent>();
    buckets.forEach((part, index) => {
      for (const event of readPart(String(index), part, StoredEventSchema)) {
        if (bucketOf(event.id, buckets.length) !== index) throw new Error(`an event of another bucket in ${index}`);
        events.set(event.id, event);
      }
    });
    return events;
  }

  function readReplica({ cursor, campaign, programme, buckets, provinces }: Manifest): Replica {
    return {
      cursor,
      campaign: readPart('campaign', campaign, CampaignSchema)[0] ?? null,
      programme: readPart('programme', programme, ProgrammeItemSchema),
      events: readEvents(buckets),
      ...(provinces && { provinces }),
    };
  }

  function load(): Copy | null {
    stored = null;
    const found = read(manifestKey);
    try {
      if (found !== undefined) {
        const manifest = v.parse(ManifestSchema, found);
        stored = { manifest, replica: readReplica(manifest) };
      }
    } catch (error) {
      console.warn(`the stored copy "${name}" is dropped and will be fetched again:`, error);
      drop();
    }
    // What a killed app left behind.
    sweep();
    if (stored === null) return null;
    const { manifest, replica } = stored;
    return { region: manifest.region, replica, syncedAt: manifest.syncedAt };
  }

  function carryOut({ manifest, parts }: Plan, replica: Replica): boolean {
    const room =
      [...parts].every(([part, value]) => write(keyOf(part, manifest.gen), value) === 'ok') &&
      write(manifestKey, manifest) === 'ok';
    if (room) stored = { manifest, replica };
    sweep();
    return room;
  }

  function save(copy: Copy): 'ok' | 'full' {
    const { replica } = copy;
    const { cursor } = replica;
    if (cursor === null) return 'ok';
    // Another tab has written since, or the person cleared the storage: what this run knows of it is void.
    const found = v.safeParse(ManifestSchema, read(manifestKey));
    if (!found.success || found.output.gen !== stored?.manifest.gen) stored = null;
    const next = plan(stored, copy, cursor);
    if (carryOut(next, replica)) return 'ok';
    if (next.replacesAll) {
      // There is no room for two copies, and the old one is out of date as a whole: its room goes to the new one.
      drop();
      if (carryOut(plan(null, copy, cursor), replica)) return 'ok';
    }
    console.warn(`no room to store "${name}"; it stays in memory`);
    return 'full';
  }

  return { load, save };
}
