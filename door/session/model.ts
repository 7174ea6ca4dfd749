/** What the page of the door shows, as one value. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Door } from '../../domain/check-in/device';
import type { DoorState } from '../../domain/check-in/door-state';
import type { OpenPack } from '../../domain/check-in/pack';
import type { Pairing, QueuedScan } from '../keep/kept';

export interface HeldList {
  readonly open: OpenPack;
  /** Epoch ms. */
  readonly madeAt: number;
}

export interface DoorModel {
  readonly stage: 'loading' | 'no-storage' | 'elsewhere' | 'ready';
  readonly pairing: Pairing | null;
  readonly lists: ReadonlyMap<string, HeldList>;
  readonly queue: readonly QueuedScan[];
  readonly door: DoorState | null;
  /** The server's counts, as of the last contact. */
  readonly counts: Door | null;
}

const EMPTY: DoorModel = {
  stage: 'loading',
  pairing: null,
  lists: new Map(),
  queue: [],
  door: null,
  counts: null,
};

export type ModelStore = StoreApi<DoorModel>;
export const createModel = (): ModelStore => createStore<DoorModel>(() => EMPTY);

export const waitingOf = ({ queue }: Pick<DoorModel, 'queue'>): readonly QueuedScan[] =>
  queue.filter(({ refusal }) => refusal === null);
export const refusedOf = ({ queue }: Pick<DoorModel, 'queue'>): readonly QueuedScan[] =>
  queue.filter(({ refusal }) => refusal !== null);
