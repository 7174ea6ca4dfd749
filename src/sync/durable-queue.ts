/**
 * Things that this phone must get to the server. Each is stored before it is announced or sent, keeps its own id, and is
 * sent again with that id until the server has answered for it: after a lost reply, without a network, and after the
 * app was killed. Refused ones stay in the list, to be shown.
 */
import * as v from 'valibot';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Owner } from './owners';
import { persisted } from './persisted';
import { type Refusal } from './refusal';
import type { Missed } from './room';
import { coalesce } from './coalesce';
import type { SendFailure } from './send-failure';

export interface QueuedItem {
  readonly id: string;
  /** What the server said no with; `null` while it is being sent. */
  readonly refusal: Refusal | null;
}

/** The server's word on one item. */
export type Receipt = { readonly state: 'accepted' } | { readonly state: 'refused'; readonly refusal: Refusal };

export interface Sent {
  /** By item id. An item without one stays and is sent again. */
  readonly receipts: ReadonlyMap<string, Receipt>;
  readonly failure: SendFailure | null;
}

interface Options<Item extends QueuedItem> {
  readonly key: string;
  readonly version: number;
  readonly item: v.GenericSchema<unknown, Item>;
  readonly owner: Owner;
  readonly missed: Missed;
  /** How many go in one request, in the order in which they came. */
  readonly batch: number;
  /** Never throws. What an acceptance brings must be stored before this resolves: the item goes right after. */
  readonly send: (items: readonly Item[]) => Promise<Sent>;
}

export interface DurableQueue<Item extends QueuedItem> {
  readonly store: StoreApi<{ readonly items: readonly Item[] }>;
  /** Why the last attempt failed; not stored. */
  readonly progress: StoreApi<{ readonly failure: SendFailure | null }>;
  readonly change: (next: (items: readonly Item[]) => readonly Item[]) => void;
  readonly refresh: () => void;
  /** Sends what waits, at once: at the launch, on coming to the front, with the network, or because the person asks. */
  readonly flush: () => Promise<void>;
}

const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 5 * 60_000;

/** Without a network, or when WeChat does not tell who this is, the next batch would fare no better. */
const stopsAll = (failure: SendFailure | null): boolean => failure === 'offline' || failure === 'wechat';

function parseItems<Item>(key: string, schema: v.GenericSchema<unknown, Item>, values: readonly unknown[]): Item[] {
  return values.flatMap((value) => {
    const item = v.safeParse(schema, value);
    if (!item.success) console.warn(`an item of "${key}" did not parse and is dropped`);
    return item.success ? [item.output] : [];
  });
}

function applyReceipts<Item extends QueuedItem>(items: readonly Item[], { receipts }: Sent): readonly Item[] {
  return items.flatMap((item) => {
    const receipt = receipts.get(item.id);
    if (receipt === undefined) return [item];
    return receipt.state === 'accepted' ? [] : [{ ...item, refusal: receipt.refusal }];
  });
}

export function durableQueue<Item extends QueuedItem>(options: Options<Item>): DurableQueue<Item> {
  const { key, version, item: schema, owner, missed, batch, send } = options;
  const { store, update, refresh } = persisted<{ readonly items: readonly Item[] }, unknown[]>({
    key,
    version,
    schema: v.array(v.unknown()),
    empty: { items: [] },
    toState: (values) => ({ items: parseItems(key, schema, values) }),
    toStored: ({ items }) => items,
    owner,
    missed,
  });
  const progress = createStore<{ readonly failure: SendFailure | null }>(() => ({ failure: null }));

  const change: DurableQueue<Item>['change'] = (next) => {
    update((state) => {
      const items = next(state.items);
      return items === state.items ? state : { items };
    });
  };
  const waiting = (): readonly Item[] => store.getState().items.filter(({ refusal }) => refusal === null);

  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const sendAll = async (): Promise<void> => {
    clearTimeout(timer);
    let failure: SendFailure | null = null;
    const all = waiting();
    for (let at = 0; at < all.length && !stopsAll(failure); at += batch) {
      const items = all.slice(at, at + batch);
      const sent = await send(items);
      failure = sent.failure ?? failure;
      if (sent.receipts.size > 0) change((known) => applyReceipts(known, sent));
    }
    progress.setState({ failure });
    if (failure === null || failure === 'no-room') {
      // Room does not come by waiting: the person is asked.
      failures = 0;
      return;
    }
    const wait = Math.min(FIRST_WAIT_MS * 2 ** failures, LONGEST_WAIT_MS);
    failures += 1;
    timer = setTimeout(() => void sendOnce(), wait);
  };
  const sendOnce = coalesce(sendAll);

  // Nothing is tried again for an owner who has left.
  store.subscribe(() => {
    if (waiting().length === 0) clearTimeout(timer);
  });

  const flush = (): Promise<void> => {
    failures = 0;
    return sendOnce();
  };
  return { store, progress, change, refresh, flush };
}
