/**
 * The device's contact with the server: what waits goes up first, then the counts and lists come down; quietly again and
 * again (docs/rules.md, "At the door", rules 6 to 9).
 */
import type { ListedEvent } from '../../domain/check-in/device';
import { applyNewList, withoutPast } from '../../domain/check-in/device-log';
import { isPackExpired, LIST_FRESH_MS, lookUp, openPack, PackSchema, type WirePack } from '../../domain/check-in/pack';
import { phoneCrypto } from '../../domain/check-in/pack-crypto';
import { MOST_SCANS, type ScanResult } from '../../domain/check-in/scan';
import { applyReceipts, delivery, type Receipt } from '../../src/sync/deliver';
import type { Keeper, QueuedScan } from '../keep/kept';
import type { Failure, Server } from '../net/server';
import type { DoorSession } from './door-session';
import { waitingOf, type ModelStore } from './model';
import * as v from 'valibot';

export interface ContactDeps {
  readonly model: ModelStore;
  readonly keeper: Keeper;
  readonly server: Server;
  readonly now: () => number;
  readonly session: () => Pick<DoorSession, 'give' | 'ticketOf' | 'choose'>;
}

export interface Contact {
  /** Sends what waits. */
  readonly flush: () => Promise<void>;
  /** Sends what waits, then fetches counts and lists. */
  readonly refresh: () => Promise<void>;
  readonly onRevoked: () => Promise<void>;
  readonly onUnknown: () => Promise<void>;
  /** Removes the lists of events that are over since a day, and what the log has of them. */
  readonly expire: () => Promise<void>;
}

/** The next batch, or the same one soon, would fare no better. */
const stopsAll = (failure: Failure): boolean => failure !== 'refused';

function receiptOf(result: ScanResult): Receipt<string> {
  return 'verdict' in result ? { state: 'accepted' } : { state: 'refused', refusal: result.code };
}

export function openContact({ model, keeper, server, now, session }: ContactDeps): Contact {
  /** By this device's clock. */
  const takenAt = new Map<string, number>();
  const token = (): string | null => model.getState().pairing?.token ?? null;

  const dropLists = async (events: readonly string[]): Promise<void> => {
    const { lists } = model.getState();
    if (events.length === 0) return;
    model.setState({ lists: new Map([...lists].filter(([event]) => !events.includes(event))) });
    await keeper.dropPacks(events);
  };

  const changePairing = async (change: { readonly token?: null; readonly revoked?: true }): Promise<void> => {
    const { pairing } = model.getState();
    if (pairing === null) return;
    const changed = { ...pairing, ...change };
    model.setState({ pairing: changed });
    await keeper.keepPairing(changed);
  };
  const onRevoked = async (): Promise<void> => {
    if (model.getState().pairing?.revoked === true) return;
    await dropLists([...model.getState().lists.keys()]);
    await changePairing({ revoked: true });
  };
  const onUnknown = async (): Promise<void> => {
    await dropLists([...model.getState().lists.keys()]);
    await changePairing({ token: null });
  };

  const onFailure = async (failure: Failure): Promise<void> => {
    // Whoever comes back from being alone begins with new lists.
    takenAt.clear();
    if (failure === 'unknown-device') await onUnknown();
    else if (failure === 'revoked') await onRevoked();
    else if (failure !== 'refused') session().give({ kind: 'link', link: 'offline' });
  };

  const { flush } = delivery<QueuedScan, string, Failure>({
    waiting: () => (token() === null ? [] : waitingOf(model.getState())),
    batch: MOST_SCANS,
    send: async (items) => {
      const current = token();
      if (current === null) return { receipts: new Map(), failure: 'unknown-device' };
      const rest = waitingOf(model.getState()).length - items.length;
      const answer = await server.scans(
        current,
        items.map(({ scan }) => scan),
        Math.max(0, rest),
      );
      if (!answer.ok) {
        // A whole request that is refused would hold back the rest for ever: its items go to the people.
        const refused = answer.failure === 'refused' ? items : [];
        const receipts = refused.map(({ id }) => [id, { state: 'refused', refusal: 'refused' } as const] as const);
        return { receipts: new Map<string, Receipt<string>>(receipts), failure: answer.failure };
      }
      if (answer.value.revoked === true) await onRevoked();
      return { receipts: new Map(answer.value.results.map((each) => [each.id, receiptOf(each)])), failure: null };
    },
    settle: async ({ receipts }) => {
      const { queue } = model.getState();
      const gone = queue.filter(({ id }) => receipts.get(id)?.state === 'accepted').map(({ id }) => id);
      const after = applyReceipts<string, QueuedScan>(queue, receipts);
      const refused = after.filter(({ id }) => receipts.get(id)?.state === 'refused');
      // What cannot be written is sent again, which changes nothing: the server knows the ids.
      await keeper.settle(gone, refused).catch(() => undefined);
      model.setState((state) => ({ queue: applyReceipts<string, QueuedScan>(state.queue, receipts) }));
      session().give({ kind: 'received', ids: gone });
    },
    onEnd: (failure) => {
      if (failure !== null) void onFailure(failure);
      else if (token() !== null) session().give({ kind: 'link', link: 'online' });
    },
    stopsAll,
    isWorthWaiting: (failure) => failure !== 'unknown-device' && failure !== 'refused',
  });

  const takeList = async (wire: WirePack, had: ReadonlySet<string>): Promise<void> => {
    const pack = v.parse(PackSchema, wire);
    const open = openPack(pack);
    const nameOf = (id: string): string | null => {
      const ticket = session().ticketOf(id);
      return ticket === null ? null : lookUp(open, ticket, phoneCrypto).lookup;
    };
    const { door } = model.getState();
    const log = applyNewList(door?.entries ?? (await keeper.load()).log, pack.event, had, nameOf);
    await keeper.keepPack(wire, log);
    model.setState((state) => ({
      lists: new Map(state.lists).set(pack.event, { open, madeAt: pack.madeAt }),
      // Entries that came while the list was written are of this session, and keep their names from it.
      ...(state.door !== null && {
        door: { ...state.door, entries: applyNewList(state.door.entries, pack.event, had, nameOf) },
      }),
    }));
  };

  const fetchLists = async (current: string): Promise<void> => {
    const events = model.getState().pairing?.events ?? [];
    for (const { id, endsAt } of events) {
      // What waits is not in the server's list; taken now, it would be counted by nobody.
      if (waitingOf(model.getState()).length > 0) return;
      if (isPackExpired(endsAt, now())) continue;
      const had = new Set(
        (model.getState().door?.entries ?? []).filter(({ received }) => received).map((each) => each.id),
      );
      const isFresh = model.getState().lists.has(id) && now() - (takenAt.get(id) ?? -Infinity) < LIST_FRESH_MS;
      if (isFresh) continue;
      const answer = await server.pack(current, id);
      if (!answer.ok) {
        if (answer.failure !== 'refused') return onFailure(answer.failure);
        continue;
      }
      // Without room the page goes on without a list, and asks the server or shows amber.
      takenAt.set(id, now());
      await takeList(answer.value, had).catch(() => undefined);
    }
  };

  const refresh = async (): Promise<void> => {
    const { pairing } = model.getState();
    if (pairing === null || pairing.token === null) return;
    await flush();
    const current = token();
    if (current === null) return;
    const answer = await server.door(current, waitingOf(model.getState()).length);
    if (!answer.ok) return onFailure(answer.failure);
    model.setState({ counts: answer.value });
    session().give({ kind: 'link', link: 'online' });
    await takeEvents(answer.value.events);
    if (model.getState().pairing?.revoked !== true) await fetchLists(current);
  };

  const takeEvents = async (events: readonly ListedEvent[]): Promise<void> => {
    const { pairing, door } = model.getState();
    if (pairing === null || sameEvents(pairing.events, events)) return;
    const changed = { ...pairing, events: [...events] };
    const current = events.find(({ id }) => id === door?.event.id);
    model.setState({
      pairing: changed,
      ...(door !== null && current !== undefined && { door: { ...door, event: current } }),
    });
    await keeper.keepPairing(changed).catch(() => undefined);
  };

  const expire = async (): Promise<void> => {
    const { pairing, lists } = model.getState();
    const over = [...lists.keys()].filter((event) => {
      const known = pairing?.events.find(({ id }) => id === event);
      return known === undefined || isPackExpired(known.endsAt, now());
    });
    await dropLists(over);
    const past = (pairing?.events ?? []).filter(({ endsAt }) => isPackExpired(endsAt, now())).map(({ id }) => id);
    const { door } = model.getState();
    const log = door?.entries ?? (await keeper.load()).log;
    const entries = withoutPast(log, past);
    if (entries.length === log.length) return;
    await keeper.keepLog(entries);
    if (door !== null) model.setState({ door: { ...door, entries } });
  };

  return { flush, refresh, onRevoked, onUnknown, expire };
}

function sameEvents(known: readonly ListedEvent[], fresh: readonly ListedEvent[]): boolean {
  const textOf = (events: readonly ListedEvent[]): string =>
    JSON.stringify(
      events.map(({ id, title, status, startsAt, endsAt, place }) => [id, title, status, startsAt, endsAt, place]),
    );
  return textOf(known) === textOf(fresh);
}
