/**
 * The shell around the device's machine (`domain/check-in/session`): it carries out what the machine asks for, and keeps
 * the model that the page shows. The order of its writes is the rule: a scan is on the disk before it is shown.
 */
import type { DoorCommand, DoorInput, DoorState } from '../../domain/check-in/door-state';
import { startDoor } from '../../domain/check-in/door-state';
import { findOnDevice } from '../../domain/check-in/pack';
import { phoneCrypto } from '../../domain/check-in/pack-crypto';
import type { Scan } from '../../domain/check-in/scan';
import { stepDoor } from '../../domain/check-in/session';
import type { VerdictView } from '../../domain/check-in/verdict-view';
import { ANSWER_MS } from '../../domain/check-in/door-state';
import type { Keeper } from '../keep/kept';
import type { Server } from '../net/server';
import { waitingOf, type ModelStore } from './model';

export interface DoorSessionDeps {
  readonly model: ModelStore;
  readonly keeper: Keeper;
  readonly server: Server;
  readonly now: () => number;
  readonly freshId: () => string;
  /** Buzzes and, if wanted, sounds. */
  readonly signal: (view: VerdictView) => void;
  /** What waits is sent, and what the server said is taken in. */
  readonly flush: () => void;
  readonly onRevoked: () => Promise<void>;
  readonly onUnknown: () => Promise<void>;
}

export interface DoorSession {
  readonly give: (input: DoorInput) => void;
  readonly choose: (event: string | null, rehearsal?: boolean) => Promise<void>;
  /** The tickets of this session's scans, in memory alone: a new list has new names for parties. */
  readonly ticketOf: (scan: string) => string | null;
}

export function openDoorSession(deps: DoorSessionDeps): DoorSession {
  const { model, keeper, server, now, freshId } = deps;
  const tickets = new Map<string, string>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const remember = (scan: Scan): void => {
    if (scan.kind === 'enter') tickets.set(scan.id, scan.ticket);
  };

  const find = (ticket: string): void => {
    const { lists, door } = model.getState();
    if (door === null) return;
    const others = [...lists].filter(([event]) => event !== door.event.id).map(([, { open }]) => open);
    const own = lists.get(door.event.id)?.open ?? null;
    give({ kind: 'found', found: findOnDevice(own, others, ticket, phoneCrypto) });
  };

  const ask = async (scan: Scan): Promise<void> => {
    remember(scan);
    const token = model.getState().pairing?.token ?? null;
    const unsent = waitingOf(model.getState()).length;
    const answer =
      token === null
        ? ({ ok: false, failure: 'unknown-device' } as const)
        : await server.scans(token, [scan], unsent, ANSWER_MS);
    if (answer.ok) {
      const [result] = answer.value.results;
      if (result !== undefined) give({ kind: 'answered', result });
      else give({ kind: 'unanswered', maybe: true, id: freshId() });
      if (answer.value.revoked === true) await deps.onRevoked();
      return;
    }
    const { failure } = answer;
    give({ kind: 'unanswered', maybe: failure !== 'unknown-device' && failure !== 'busy', id: freshId() });
    if (failure === 'unknown-device') await deps.onUnknown();
    if (failure === 'revoked') await deps.onRevoked();
  };

  const keep = async (scan: Scan, log: DoorState['entries']): Promise<void> => {
    remember(scan);
    try {
      await keeper.keepScan(scan, log);
    } catch {
      give({ kind: 'kept', ok: false });
      return;
    }
    model.setState(({ queue }) => ({ queue: [...queue, { id: scan.id, scan, refusal: null }] }));
    give({ kind: 'kept', ok: true });
    deps.flush();
  };

  const queueUp = async (scan: Scan): Promise<void> => {
    await keeper.keepScan(scan, null).catch(() => undefined);
    model.setState(({ queue }) => ({ queue: [...queue, { id: scan.id, scan, refusal: null }] }));
  };

  const run = (command: DoorCommand): void => {
    switch (command.run) {
      case 'find':
        find(command.ticket);
        return;
      case 'ask':
        void ask(command.scan);
        return;
      case 'keep':
        void keep(command.scan, command.log);
        return;
      case 'log':
        // The server has the scan; without room only this device's own count suffers.
        void keeper.keepLog(command.log).catch(() => undefined);
        return;
      case 'queue':
        void queueUp(command.scan);
        return;
      case 'signal':
        deps.signal(command.view);
        return;
      case 'return': {
        const { view } = command;
        clearTimeout(timer);
        timer = setTimeout(() => {
          give({ kind: 'next', view });
        }, command.afterMs);
      }
    }
  };

  const give = (input: DoorInput): void => {
    const { door } = model.getState();
    if (door === null) return;
    const { state, commands } = stepDoor(door, input, now());
    if (state !== door) model.setState({ door: state });
    commands.forEach(run);
  };

  const choose = async (event: string | null, rehearsal = false): Promise<void> => {
    const { pairing, door } = model.getState();
    if (pairing === null) return;
    const chosen = pairing.events.find(({ id }) => id === event);
    const entries = door?.entries ?? (await keeper.load()).log;
    const link = door?.link ?? 'online';
    const changed = { ...pairing, chosen: chosen?.id ?? null };
    model.setState({
      pairing: changed,
      door: chosen === undefined ? null : startDoor(chosen, { entries, rehearsal, link }),
    });
    await keeper.keepPairing(changed).catch(() => undefined);
  };

  return { give, choose, ticketOf: (scan) => tickets.get(scan) ?? null };
}
