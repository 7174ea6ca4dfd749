/** A page of the door for tests of its screens: the real machine on a disk in memory, and notes of what else was asked. */
import { TextDecoder, TextEncoder } from 'node:util';
import type { DoorPage, PairProblem } from '../session/open-door';
import { FakeDisk, FakeDoorServer, type FakePage, startPage } from './fake-device';

export interface ScreenPage extends FakePage {
  readonly page: DoorPage;
  readonly disk: FakeDisk;
  /** `pair ABCDEFGH`, in order. */
  readonly asked: string[];
  /** What pairing comes to. */
  pairing: PairProblem | null;
}

export async function openScreens(): Promise<ScreenPage> {
  const disk = new FakeDisk();
  const fake = await startPage(disk, new FakeDoorServer());
  const asked: string[] = [];
  const note = (what: string): Promise<void> => {
    asked.push(what);
    return Promise.resolve();
  };
  const { model, session, contact } = fake;
  const page: DoorPage = {
    model,
    give: session.give,
    choose: session.choose,
    refresh: contact.refresh,
    pair: async (code) => {
      await note(`pair ${code}`);
      return screens.pairing;
    },
    unpair: () => note('unpair'),
    setSound: (on) => note(`sound ${String(on)}`),
    removeRefused: async (ids) => {
      await note(`remove ${ids.join()}`);
      model.setState(({ queue }) => ({ queue: queue.filter(({ id }) => !ids.includes(id)) }));
    },
  };
  const screens: ScreenPage = { ...fake, page, disk, asked, pairing: null };
  model.setState({ stage: 'ready' });
  return screens;
}

/** What the page asks of a browser and jsdom does not have. */
export function giveBrowser(): void {
  // jsdom has no text encoders.
  Object.assign(globalThis, { TextDecoder, TextEncoder });
  // jsdom knows dialogs, but not how they are opened.
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
  };
}
