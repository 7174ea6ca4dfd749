/**
 * Answers as finished bytes, made once and sent many times. A page carries a tag that says what it was made from: when
 * that has changed, the tag asked for is another, and the page is made again. Bounded in bytes; what was not asked for
 * lately goes first.
 */
import { LRUCache } from 'lru-cache';
import { encode, etagOf, type Encoding } from './encoding';

/** A page in one encoding, with its headers as `writeHead` takes them. */
export interface ReadyPage {
  readonly tag: string;
  readonly body: Buffer;
  readonly etag: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Of a 304: the same without those that describe a body. */
  readonly bareHeaders: Readonly<Record<string, string>>;
}

export interface PageRecipe {
  /** The question, in one spelling. */
  readonly key: string;
  readonly tag: string;
  readonly read: () => Promise<string>;
  /** What every answer of the server carries. */
  readonly common: Readonly<Record<string, string>>;
  readonly type: string;
  readonly cacheControl: string;
  /** Of the content; unset: made from the bytes. */
  readonly etag?: string;
  readonly more?: Readonly<Record<string, string>>;
}

const BYTES_BESIDES = 1_000;

function present(body: Buffer, encoding: Encoding, recipe: PageRecipe): ReadyPage {
  const etag = recipe.etag ?? etagOf(body);
  const bareHeaders = { ...recipe.common, 'cache-control': recipe.cacheControl, vary: 'Accept-Encoding', etag };
  const headers = {
    ...bareHeaders,
    ...recipe.more,
    'content-type': recipe.type,
    'content-length': String(body.length),
    ...(encoding !== 'identity' && { 'content-encoding': encoding }),
  };
  return { tag: recipe.tag, body, etag, headers, bareHeaders };
}

export class PageCache {
  private readonly ready: LRUCache<string, ReadyPage>;
  private readonly building = new Map<string, Promise<ReadyPage>>();

  constructor(mostBytes: number) {
    this.ready = new LRUCache({ maxSize: mostBytes, sizeCalculation: ({ body }) => body.length + BYTES_BESIDES });
  }

  /** What can be sent at once; `undefined`: it must be made first. */
  find(key: string, tag: string, encoding: Encoding): ReadyPage | undefined {
    const page = this.ready.get(`${encoding} ${key}`);
    return page?.tag === tag ? page : undefined;
  }

  /** Makes the page, or waits for the one being made. */
  async make(recipe: PageRecipe, encoding: Encoding): Promise<ReadyPage> {
    return this.once(recipe, encoding, async () => {
      if (encoding === 'identity') return Buffer.from(await recipe.read());
      // The plain form is kept too, for the encodings still to come.
      const plain = await this.make(recipe, 'identity');
      return encode(plain.body, encoding);
    });
  }

  get size(): { readonly pages: number; readonly bytes: number } {
    return { pages: this.ready.size, bytes: this.ready.calculatedSize };
  }

  private once(recipe: PageRecipe, encoding: Encoding, make: () => Promise<Buffer>): Promise<ReadyPage> {
    const { key, tag } = recipe;
    const found = this.find(key, tag, encoding);
    if (found) return Promise.resolve(found);
    const name = `${encoding} ${tag} ${key}`;
    const under = this.building.get(name);
    if (under) return under;
    const building = make()
      .then((body) => {
        const page = present(body, encoding, recipe);
        this.ready.set(`${encoding} ${key}`, page);
        return page;
      })
      .finally(() => this.building.delete(name));
    this.building.set(name, building);
    return building;
  }
}
