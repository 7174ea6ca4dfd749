/** Starts the page: storage, the machine and its contact, and what the screens may do. */
import { parsePairingCode } from '../../domain/check-in/device';
import { openPack } from '../../domain/check-in/pack';
import { openDatabase } from '../keep/database';
import { keeperOf, type Keeper } from '../keep/kept';
import { openVault } from '../keep/vault';
import { server } from '../net/server';
import { openContact, type Contact } from './contact';
import { openDoorSession, type DoorSession } from './door-session';
import { createModel, waitingOf, type ModelStore } from './model';
import { signal } from './signal';

const CONTACT_EVERY_MS = 15_000;

export type PairProblem = 'wrong' | 'gone' | 'failed' | 'busy';

export interface DoorPage {
  readonly model: ModelStore;
  readonly give: DoorSession['give'];
  readonly choose: DoorSession['choose'];
  readonly refresh: Contact['refresh'];
  readonly pair: (code: string) => Promise<PairProblem | null>;
  readonly unpair: () => Promise<void>;
  readonly setSound: (on: boolean) => Promise<void>;
  /** Somebody has dealt with these. */
  readonly removeRefused: (ids: readonly string[]) => Promise<void>;
}

async function openKeeper(): Promise<Keeper | null> {
  try {
    const db = await openDatabase();
    return keeperOf(db, await openVault(db));
  } catch {
    return null;
  }
}

/** One window at a time writes the log; `false`: another one has it. */
function takeTurn(): Promise<boolean> {
  if (!('locks' in navigator)) return Promise.resolve(true);
  const { locks } = navigator;
  return new Promise((resolve) => {
    void locks.request('door', { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock === null ? undefined : new Promise(() => undefined);
    });
  });
}

export async function openDoor(model = createModel()): Promise<DoorPage | null> {
  if (!(await takeTurn())) {
    model.setState({ stage: 'elsewhere' });
    return null;
  }
  const keeper = await openKeeper();
  if (keeper === null) {
    model.setState({ stage: 'no-storage' });
    return null;
  }
  const now = Date.now;
  const contact = openContact({ model, keeper, server, now, session: () => session });
  const session = openDoorSession({
    model,
    keeper,
    server,
    now,
    freshId: () => crypto.randomUUID(),
    signal: (view) => {
      signal(view, model.getState().pairing?.sound === true);
    },
    flush: () => void contact.flush(),
    onRevoked: contact.onRevoked,
    onUnknown: contact.onUnknown,
  });

  const kept = await keeper.load();
  const lists = new Map([...kept.packs].map(([event, pack]) => [event, { open: openPack(pack), madeAt: pack.madeAt }]));
  model.setState({ pairing: kept.pairing, queue: kept.queue, lists });
  await contact.expire();
  await session.choose(kept.pairing?.chosen ?? null);
  model.setState({ stage: 'ready' });

  const pair = async (text: string): Promise<PairProblem | null> => {
    const code = parsePairingCode(text);
    if (code === null) return 'wrong';
    const answer = await server.pair(code);
    if (!answer.ok) return answer.failure === 'refused' ? 'gone' : answer.failure === 'busy' ? 'busy' : 'failed';
    const { token, device, events } = answer.value;
    const [only] = events;
    const chosen = events.length === 1 && only !== undefined ? only.id : null;
    const pairing = { token, revoked: false, device: device.name, events, chosen, sound: false };
    try {
      await keeper.keepPairing(pairing);
    } catch {
      model.setState({ stage: 'no-storage' });
      return null;
    }
    model.setState({ pairing, counts: null });
    await session.choose(chosen);
    void contact.refresh();
    return null;
  };

  const unpair = async (): Promise<void> => {
    const { pairing, lists: held } = model.getState();
    if (waitingOf(model.getState()).length > 0) return;
    await keeper.dropPacks([...held.keys()]);
    await keeper.keepLog([]);
    await keeper.keepPairing(null);
    model.setState({ pairing: null, lists: new Map(), door: null, counts: null });
    if (pairing?.token != null) await server.unpair(pairing.token);
  };

  const setSound = async (on: boolean): Promise<void> => {
    const { pairing } = model.getState();
    if (pairing === null) return;
    model.setState({ pairing: { ...pairing, sound: on } });
    await keeper.keepPairing({ ...pairing, sound: on }).catch(() => undefined);
  };

  const removeRefused = async (ids: readonly string[]): Promise<void> => {
    await keeper.settle(ids, []);
    model.setState(({ queue }) => ({ queue: queue.filter(({ id }) => !ids.includes(id)) }));
  };

  const meet = (): void => void contact.refresh();
  window.addEventListener('online', meet);
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) meet();
  });
  setInterval(() => {
    void contact.expire();
    meet();
  }, CONTACT_EVERY_MS);
  meet();

  return {
    model,
    give: session.give,
    choose: session.choose,
    refresh: contact.refresh,
    pair,
    unpair,
    setSound,
    removeRefused,
  };
}
