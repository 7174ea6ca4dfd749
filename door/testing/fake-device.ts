/** A device whose page can be killed at any write, and a server that can stay silent. */
import { openPack } from '../../domain/check-in/pack';
import type { Scan, ScanResult } from '../../domain/check-in/scan';
import { keeperOf } from '../keep/kept';
import type { Change, Database, Table } from '../keep/database';
import type { Vault } from '../keep/vault';
import type { Asked, Server, ServerAnswers } from '../net/server';
import { openContact, type Contact } from '../session/contact';
import { openDoorSession, type DoorSession } from '../session/door-session';
import { createModel, type ModelStore } from '../session/model';

export const EVENT = {
  id: 'lab',
  title: '实验室开放日',
  status: 'scheduled',
  startsAt: 0,
  endsAt: 3_600_000,
  place: null,
} as const;
const NOW = 1_000_000;

const plainVault: Vault = {
  encrypt: (value) => Promise.resolve(new TextEncoder().encode(JSON.stringify(value))),
  decrypt: (stored) =>
    Promise.resolve(stored instanceof Uint8Array ? (JSON.parse(new TextDecoder().decode(stored)) as unknown) : null),
};

/** What survives a kill. */
export class FakeDisk {
  readonly tables: Readonly<Record<Table, Map<string, unknown>>> = { values: new Map(), queue: new Map() };
  /** `silent`: written, and nobody hears of it, as when the page dies then. `full`: nothing is written. */
  mode: 'works' | 'silent' | 'full' = 'works';
  readonly database: Database = {
    read: (table, key) => Promise.resolve(this.tables[table].get(key)),
    readAll: (table) => Promise.resolve([...this.tables[table]].sort(([a], [b]) => (a < b ? -1 : 1))),
    write: (changes) => this.write(changes),
  };
  private write(changes: readonly Change[]): Promise<void> {
    if (this.mode === 'full') return Promise.reject(new Error('full'));
    for (const change of changes) {
      if ('remove' in change) this.tables[change.table].delete(change.remove);
      else this.tables[change.table].set(change.key, change.value);
    }
    return this.mode === 'silent' ? new Promise(() => undefined) : Promise.resolve();
  }
}

/** Keeps each scan once by its id, as the real one does. */
export class FakeDoorServer {
  readonly scans = new Map<string, Scan>();
  readonly requests: (readonly string[])[] = [];
  /** Of the next requests, one after the other. */
  plan: ('answer' | 'silent' | 'offline' | 'server' | 'unknown-device')[] = [];
  refused = new Set<string>();
  readonly face: Server = {
    pair: () => Promise.reject(new Error('not asked')),
    unpair: () => Promise.reject(new Error('not asked')),
    door: () => Promise.resolve({ ok: false, failure: 'server' }),
    pack: () => Promise.resolve({ ok: false, failure: 'server' }),
    scans: (_token, scans) => this.take(scans),
  };
  private take(scans: readonly Scan[]): Promise<Asked<ServerAnswers>> {
    const way = this.plan.shift() ?? 'answer';
    this.requests.push(scans.map(({ id }) => id));
    if (way === 'offline' || way === 'server' || way === 'unknown-device') {
      return Promise.resolve({ ok: false, failure: way });
    }
    const results = scans.map((scan): ScanResult => {
      if (this.refused.has(scan.id)) return { id: scan.id, code: 'not-found' };
      this.scans.set(scan.id, scan);
      return { id: scan.id, verdict: 'ok', flags: [] };
    });
    return way === 'silent' ? new Promise(() => undefined) : Promise.resolve({ ok: true, value: { results } });
  }
}

export interface FakePage {
  readonly model: ModelStore;
  readonly session: DoorSession;
  readonly contact: Contact;
}

/** The page as it starts on what the disk holds. It sends nothing by itself. `now` is epoch ms. */
export async function startPage(disk: FakeDisk, server: FakeDoorServer, now = NOW): Promise<FakePage> {
  const model = createModel();
  const keeper = keeperOf(disk.database, plainVault);
  const contact = openContact({ model, keeper, server: server.face, now: () => now, session: () => session });
  const session = openDoorSession({
    model,
    keeper,
    server: server.face,
    now: () => now,
    freshId: () => '00000000-0000-4000-8000-00000000ffff',
    signal: () => undefined,
    flush: () => undefined,
    onRevoked: contact.onRevoked,
    onUnknown: contact.onUnknown,
  });
  const { queue, pairing, packs } = await keeper.load();
  const fresh = { token: 't', revoked: false, device: '东门', events: [EVENT], chosen: EVENT.id, sound: false };
  const lists = [...packs].map(([event, pack]) => [event, { open: openPack(pack), madeAt: pack.madeAt }] as const);
  model.setState({ queue, pairing: pairing ?? fresh, lists: new Map(lists) });
  await session.choose(EVENT.id);
  session.give({ kind: 'link', link: 'offline' });
  return { model, session, contact };
}
