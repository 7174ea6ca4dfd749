/**
 * Things that this phone must get to the server. Each is stored before it is announced or sent, keeps its own id, and is
 * sent again with that id until the server has answered for it: after a lost reply, without a network, and after the
 * app was killed. Refused ones stay in the list, to be shown.
 */
import * as v from 'valibot';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { applyReceipts, type Delivered, delivery, type Receipt as ReceiptOf } from './deliver';
import type { Owner } from './owners';
import { persisted } from './persisted';
import { type Refusal } from './refusal';
import type { Missed } from './room';
import type { SendFailure } from './send-failure';

export interface QueuedItem {
  readonly id: string;
  /** What the server said no with; `null` while it is being sent. */
  readonly refusal: Refusal | null;
}

export type Receipt = ReceiptOf<Refusal>;
export type Sent = Delivered<Refusal, SendFailure>;

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

/** No network, a server that has too much to do, WeChat that does not tell who this is: the next batch would fare no better. */
const stopsAll = (failure: SendFailure): boolean => failure === 'offline' || failure === 'busy' || failure === 'wechat';

function parseItems<Item>(key: string, schema: v.GenericSchema<unknown, Item>, values: readonly unknown[]): Item[] {
  return values.flatMap((value) => {
    const item = v.safeParse(schema, value);
    if (!item.success) console.warn(`an item of "${key}" did not parse and is dropped`);
    return item.success ? [item.output] : [];
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

  const { flush, rest } = delivery<Item, Refusal, SendFailure>({
    waiting,
    batch,
    send,
    settle: ({ receipts }) => {
      change((known) => applyReceipts(known, receipts));
    },
    onEnd: (failure) => {
      progress.setState({ failure });
    },
    stopsAll,
    // Room does not come by waiting: the person is asked.
    isWorthWaiting: (failure) => failure !== 'no-room',
  });

  // Nothing is tried again for an owner who has left.
  store.subscribe(() => {
    if (waiting().length === 0) rest();
  });

  return { store, progress, change, refresh, flush };
}
