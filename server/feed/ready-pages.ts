/**
 * Pages as finished bytes, made once and sent many times. A page belongs to the head that it was made for: when the
 * campaign moves on, it is out of date by that alone. Bounded in bytes; what was not asked for lately goes first.
 */
import type { Db } from '../db/database';
import { parseCursor } from './cursor';
import { encode, etagOf, type Encoding } from '../http/encoding';
import type { Head } from '../campaigns/heads';
import { readCampaignAlone, readPage } from './page';

/** A page in one encoding, with its headers as `writeHead` takes them. */
export interface ReadyPage {
  readonly body: Buffer;
  readonly etag: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Of a 304: the same without those that describe a body. */
  readonly bareHeaders: Readonly<Record<string, string>>;
}

interface Entry {
  readonly head: Head;
  readonly plain: Promise<Buffer>;
  readonly building: Map<Encoding, Promise<ReadyPage>>;
  readonly ready: Map<Encoding, ReadyPage>;
  bytes: number;
  /** Since the last sweep. */
  isUsed: boolean;
}

export interface ReadyPagesOptions {
  readonly pageSize: number;
  readonly mostBytes: number;
}

/**
 * A cache shared by many (a CDN) may answer for two seconds; the phone itself always asks, which a 304 makes cheap.
 * With a longer life in the phone's own cache, pulling down to refresh would show the old state and call it new.
 */
const CACHE_CONTROL = 'public, max-age=0, s-maxage=2';

function present(body: Buffer, encoding: Encoding): ReadyPage {
  const etag = etagOf(body);
  const bareHeaders = { 'cache-control': CACHE_CONTROL, vary: 'Accept-Encoding', etag };
  const headers = {
    ...bareHeaders,
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(body.length),
    'x-content-type-options': 'nosniff',
    ...(encoding !== 'identity' && { 'content-encoding': encoding }),
  };
  return { body, etag, headers, bareHeaders };
}

export class ReadyPages {
  private readonly entries = new Map<string, Entry>();
  private bytes = 0;

  constructor(
    private readonly db: Db,
    private readonly options: ReadyPagesOptions,
  ) {}

  /** What can be sent at once; `undefined`: it must be made first. */
  find(head: Head, region: string, cursor: string, encoding: Encoding): ReadyPage | undefined {
    const entry = this.entries.get(keyOf(head, region, cursor));
    if (entry?.head !== head) return undefined;
    entry.isUsed = true;
    return entry.ready.get(encoding);
  }

  /** Makes the page, or waits for the one being made. A cursor that does not fit gets the first page of a full copy. */
  async make(head: Head, region: string, cursor: string, encoding: Encoding): Promise<ReadyPage> {
    const scope = { epoch: head.epoch, campaignId: head.summary.id, region };
    const position = parseCursor(scope, cursor);
    const key = keyOf(head, region, position ? cursor : '');
    return this.makeOnce(key, head, encoding, () =>
      readPage(this.db, { scope, position, size: this.options.pageSize }),
    );
  }

  /** The campaign alone, for whoever needs no events of it. */
  async makeCampaign(head: Head, encoding: Encoding): Promise<ReadyPage> {
    const { id } = head.summary;
    return this.makeOnce(`campaign|${id}`, head, encoding, () => readCampaignAlone(this.db, id));
  }

  private async makeOnce(key: string, head: Head, encoding: Encoding, read: () => Promise<object>): Promise<ReadyPage> {
    let entry = this.entries.get(key);
    if (entry?.head !== head) {
      const plain = read().then((answer) => Buffer.from(JSON.stringify(answer)));
      entry = { head, plain, building: new Map(), ready: new Map(), bytes: 0, isUsed: false };
      this.put(key, entry);
    }
    try {
      return await this.encodeOnce(key, entry, encoding);
    } catch (error) {
      this.drop(key, entry);
      throw error;
    }
  }

  get size(): { readonly pages: number; readonly bytes: number } {
    return { pages: this.entries.size, bytes: this.bytes };
  }

  private encodeOnce(key: string, entry: Entry, encoding: Encoding): Promise<ReadyPage> {
    const under = entry.building.get(encoding);
    if (under) return under;
    const building = entry.plain.then(async (plain) => {
      const page = present(await encode(plain, encoding), encoding);
      entry.ready.set(encoding, page);
      // The plain form is kept too, for the encodings still to come.
      this.grow(key, entry, page.body.length + (entry.bytes === 0 ? plain.length : 0));
      return page;
    });
    entry.building.set(encoding, building);
    return building;
  }

  private put(key: string, entry: Entry): void {
    const old = this.entries.get(key);
    if (old) this.drop(key, old);
    this.entries.set(key, entry);
  }

  private drop(key: string, entry: Entry): void {
    if (this.entries.get(key) !== entry) return;
    this.entries.delete(key);
    this.bytes -= entry.bytes;
  }

  private grow(key: string, entry: Entry, bytes: number): void {
    if (this.entries.get(key) !== entry) return;
    entry.bytes += bytes;
    this.bytes += bytes;
    for (const [oldKey, old] of this.entries) {
      if (this.bytes <= this.options.mostBytes) return;
      this.drop(oldKey, old);
      if (!old.isUsed) continue;
      // A second chance, at the end of the line.
      old.isUsed = false;
      this.entries.set(oldKey, old);
      this.bytes += old.bytes;
    }
  }
}

const keyOf = (head: Head, region: string, cursor: string): string => `${region}|${head.summary.id}|${cursor}`;
