/**
 * How what waits gets to the server: batch after batch, each item until its own receipt, again after a growing pause.
 * It knows no storage, so that the app's queues and the door's page share it.
 */
import { coalesce } from './coalesce';
import { pauseAfter } from './pause';

/** The server's word on one item. */
export type Receipt<Refusal> =
  { readonly state: 'accepted' } | { readonly state: 'refused'; readonly refusal: Refusal };

export interface Delivered<Refusal, Failure> {
  /** By item id. An item without one stays and is sent again. */
  readonly receipts: ReadonlyMap<string, Receipt<Refusal>>;
  readonly failure: Failure | null;
  /** Milliseconds for which the server asks to be left alone, and is, whoever asks; `null` or left out: it does not. */
  readonly waitMs?: number | null;
}

interface Options<Item, Refusal, Failure> {
  /** What waits, in the order in which it came. */
  readonly waiting: () => readonly Item[];
  /** How many go in one request. */
  readonly batch: number;
  /** Never throws. What an acceptance brings must be stored before this resolves: the item goes right after. */
  readonly send: (items: readonly Item[]) => Promise<Delivered<Refusal, Failure>>;
  /** Stores the receipts. */
  readonly settle: (sent: Delivered<Refusal, Failure>) => void | Promise<void>;
  readonly onEnd: (failure: Failure | null) => void;
  /** The next batch would fare no better. */
  readonly stopsAll: (failure: Failure) => boolean;
  /** Another try after a pause is worth it. */
  readonly isWorthWaiting: (failure: Failure) => boolean;
}

export interface Delivery {
  /** Sends what waits: at once, or when the server has been left alone for as long as it asked. */
  readonly flush: () => Promise<void>;
  /** Nothing is tried again by itself. */
  readonly rest: () => void;
}

export function delivery<Item, Refusal, Failure>(options: Options<Item, Refusal, Failure>): Delivery {
  const { waiting, batch, send, settle, onEnd, stopsAll, isWorthWaiting } = options;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The server is left alone until the timer rings. */
  let isHeld = false;
  const rest = (): void => {
    clearTimeout(timer);
    isHeld = false;
  };

  const sendAll = async (): Promise<void> => {
    rest();
    let failure: Failure | null = null;
    let waitMs: number | null = null;
    const all = waiting();
    for (let at = 0; at < all.length && (failure === null || !stopsAll(failure)); at += batch) {
      const sent = await send(all.slice(at, at + batch));
      failure = sent.failure ?? failure;
      waitMs = sent.waitMs ?? waitMs;
      if (sent.receipts.size > 0) await settle(sent);
    }
    onEnd(failure);
    if (failure === null || !isWorthWaiting(failure)) {
      failures = 0;
      return;
    }
    isHeld = waitMs !== null;
    timer = setTimeout(() => void sendOnce(), pauseAfter(failures, waitMs));
    failures += 1;
  };
  const sendOnce = coalesce(sendAll);

  const flush = (): Promise<void> => {
    if (isHeld) return Promise.resolve();
    failures = 0;
    return sendOnce();
  };
  return { flush, rest };
}

/** The items after the server's word: accepted ones are gone, refused ones carry why. */
export function applyReceipts<Refusal, Item extends { readonly id: string; readonly refusal: Refusal | null }>(
  items: readonly Item[],
  receipts: ReadonlyMap<string, Receipt<Refusal>>,
): readonly Item[] {
  return items.flatMap((item) => {
    const receipt = receipts.get(item.id);
    if (receipt === undefined) return [item];
    return receipt.state === 'accepted' ? [] : [{ ...item, refusal: receipt.refusal }];
  });
}
