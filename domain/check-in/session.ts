/**
 * One device at one event's door as a pure machine (docs/rules.md, "At the door", rules 4 to 6). The browser's page and the
 * mini-program's run the same one; storage, network, camera and timers are theirs. Instants are epoch ms by the device's
 * clock.
 */
import { parseTicket } from '../sign-up/parse-ticket';
import { lastToUndo, sinceOf, type DeviceEntry } from './device-log';
import {
  OK_SHOWN_MS,
  type DoorCommand,
  type DoorInput,
  type DoorState,
  type Found,
  type Phase,
  type Ticketed,
} from './door-state';
import { decideOnDevice, isSameLook, SAME_CODE_MS } from './on-device';
import type { Scan, ScanResult } from './scan';
import { isDoubtful, viewOfAnswer, viewOfDevice, type VerdictView } from './verdict-view';

export interface DoorStep {
  readonly state: DoorState;
  readonly commands: readonly DoorCommand[];
}

const stay = (state: DoorState): DoorStep => ({ state, commands: [] });
const to = (state: DoorState, phase: Phase, ...commands: readonly DoorCommand[]): DoorStep => ({
  state: { ...state, phase },
  commands,
});

function showing(
  state: DoorState,
  view: VerdictView,
  shown: Ticketed | null,
  ...more: readonly DoorCommand[]
): DoorStep {
  const back: readonly DoorCommand[] = view.stays ? [] : [{ run: 'return', view, afterMs: OK_SHOWN_MS }];
  return to(state, { at: 'verdict', view, shown }, ...more, { run: 'signal', view }, ...back);
}

/** What every scan says, by this device, at this event, now. */
function said(state: DoorState, id: string, now: number, offline: boolean) {
  const { event, rehearsal } = state;
  return { id, event: event.id, at: now, offline, ...(rehearsal ? { rehearsal: true as const } : {}) };
}

function entryScan(
  state: DoorState,
  { ticket, id }: Pick<Ticketed, 'ticket' | 'id'>,
  asked: { readonly seats: number; readonly confirmed: boolean; readonly offline: boolean },
  now: number,
): Scan {
  const confirmed = asked.confirmed ? { confirmed: true as const } : {};
  return { ...said(state, id, now, asked.offline), kind: 'enter', ticket, seats: asked.seats, ...confirmed };
}

function entryOf(scan: Scan, seats: number, party: string | null, received: boolean): DeviceEntry {
  const { id, kind, event, at, rehearsal } = scan;
  return {
    id,
    event,
    kind: kind === 'walk-in' ? 'walk-in' : 'enter',
    at,
    seats,
    party,
    undo: null,
    received,
    rehearsal: rehearsal === true,
  };
}

function judge(state: DoorState, { found }: Ticketed, seats: number, confirmed: boolean, now: number) {
  if (found.elsewhere) return { verdict: 'other-event' } as const;
  const since = sinceOf(state.entries, found.lookup, state.rehearsal);
  // A rehearsal is held before the day, so the door's time does not refuse it.
  return decideOnDevice(state.event, found.listed, { seats, since, confirmed: confirmed || state.rehearsal }, now);
}

/** Without the server: what lets somebody in is stored before it is shown. */
function decideAlone(
  state: DoorState,
  ticketed: Ticketed,
  asked: { readonly seats: number; readonly confirmed: boolean; readonly chosen: boolean },
  now: number,
): DoorStep {
  const decided = judge(state, ticketed, asked.seats, asked.confirmed, now);
  const view = viewOfDevice(decided, ticketed.found.listed, asked.chosen);
  if (decided.verdict !== 'ok') return showing(state, view, ticketed);
  return keepEntry(state, ticketed, asked, { ...view, seats: asked.seats, confirmed: asked.confirmed }, now);
}

function keepEntry(
  state: DoorState,
  ticketed: Ticketed,
  asked: { readonly seats: number; readonly confirmed: boolean },
  then: VerdictView,
  now: number,
): DoorStep {
  const scan = entryScan(state, ticketed, { ...asked, offline: true }, now);
  const entry = entryOf(scan, asked.seats, ticketed.found.lookup, false);
  const log = [...state.entries, entry];
  return to(state, { at: 'keeping', scan, then, shown: ticketed, entry }, { run: 'keep', scan, log });
}

/** Asks the server while there is one, and decides alone otherwise. */
function enter(
  state: DoorState,
  ticketed: Ticketed,
  asked: { readonly seats: number; readonly confirmed: boolean; readonly chosen: boolean },
  now: number,
): DoorStep {
  if (state.link === 'offline') return decideAlone(state, ticketed, asked, now);
  const scan = entryScan(state, ticketed, { ...asked, offline: false }, now);
  return to(state, { at: 'asking', scan, chosen: asked.chosen, ...ticketed }, { run: 'ask', scan });
}

function onCode(state: DoorState, input: Extract<DoorInput, { kind: 'code' }>, now: number): DoorStep {
  const { phase } = state;
  const ticket = parseTicket(input.text);
  const code = ticket ?? input.text;
  const same = input.by !== 'typed' && state.seen.some((look) => isSameLook(look, code, now));
  const others = state.seen.filter((look) => look.code !== code && now - look.at < SAME_CODE_MS);
  const seen: DoorState = { ...state, seen: [...others, { code, at: now }] };
  // As long as a code stays in sight it is the same look.
  if (same) return stay(seen);
  if (phase.at !== 'scanning' && phase.at !== 'verdict') return stay(state);
  if (ticket === null) return phase.at === 'scanning' ? to(seen, { at: 'scanning', strange: true }) : stay(seen);
  return to(seen, { at: 'finding', ticket, id: input.id }, { run: 'find', ticket });
}

function onFound(state: DoorState, found: Found, now: number): DoorStep {
  const { phase } = state;
  if (phase.at !== 'finding') return stay(state);
  const ticketed: Ticketed = { ticket: phase.ticket, id: phase.id, found };
  const alone = judge(state, ticketed, 1, false, now);
  if (alone.verdict === 'ok' && alone.remaining > 0) {
    return to(state, { at: 'choosing', free: alone.remaining + 1, ...ticketed });
  }
  return enter(state, ticketed, { seats: 1, confirmed: false, chosen: false }, now);
}

function onAnswer(state: DoorState, result: ScanResult): DoorStep {
  const { phase } = state;
  if (phase.at !== 'asking') return stay(state);
  const { scan, found, chosen, ticket, id } = phase;
  const confirmed = scan.kind === 'enter' && scan.confirmed === true;
  const view = { ...viewOfAnswer(result, found.listed, chosen), confirmed };
  const online: DoorState = { ...state, link: 'online' };
  const shown = { ticket, id, found };
  if (!('verdict' in result) || result.verdict !== 'ok') return showing(online, view, shown);
  const entries = [...state.entries, entryOf(scan, result.seats ?? 1, found.lookup, true)];
  return showing({ ...online, entries }, view, shown, { run: 'log', log: entries });
}

function onUnanswered(state: DoorState, input: Extract<DoorInput, { kind: 'unanswered' }>, now: number): DoorStep {
  const { phase } = state;
  const offline: DoorState = { ...state, link: 'offline' };
  if (phase.at !== 'asking') return stay(offline);
  const { scan, chosen, ticket, id, found } = phase;
  if (scan.kind !== 'enter') return stay(offline);
  const asked = { seats: scan.seats, confirmed: scan.confirmed === true, chosen };
  // The same scan: what the server may have heard already and what is decided here are one (rule 2).
  const step = decideAlone(offline, { ticket, id, found }, asked, scan.at);
  if (!input.maybe || step.state.phase.at === 'keeping') return step;
  // Nobody comes in, though the server may have let them in without this device hearing of it.
  const undo: Scan = { ...said(state, input.id, now, true), kind: 'undo', undoes: id };
  return { state: step.state, commands: [...step.commands, { run: 'queue', scan: undo }] };
}

function onKept(state: DoorState, ok: boolean): DoorStep {
  const { phase } = state;
  if (phase.at !== 'keeping') return stay(state);
  if (!ok) return showing(state, { ...phase.then, tone: 'unkept', verdict: 'unkept', stays: true }, phase.shown);
  const { entry, scan } = phase;
  const undone = scan.kind === 'undo' ? markUndone(state.entries, scan) : state.entries;
  return showing({ ...state, entries: entry === null ? undone : [...undone, entry] }, phase.then, phase.shown);
}

const markUndone = (entries: readonly DeviceEntry[], { id, undoes }: Extract<Scan, { kind: 'undo' }>) =>
  entries.map((entry) => (entry.id === undoes ? { ...entry, undo: id } : entry));

function onLetIn(state: DoorState, { seats, id }: Extract<DoorInput, { kind: 'let-in' }>, now: number): DoorStep {
  const { phase } = state;
  if (phase.at === 'choosing') {
    const { ticket, found } = phase;
    return enter(state, { ticket, found, id: phase.id }, { seats, confirmed: false, chosen: true }, now);
  }
  if (phase.at !== 'verdict' || phase.shown === null) return stay(state);
  const ticketed = { ...phase.shown, id };
  const { view } = phase;
  if (view.verdict === 'ok' && view.remaining > 0) {
    return enter(state, ticketed, { seats, confirmed: view.confirmed, chosen: true }, now);
  }
  if (view.verdict === 'wrong-time') return enter(state, ticketed, { seats, confirmed: true, chosen: seats > 1 }, now);
  if (!isDoubtful(view)) return stay(state);
  const then: VerdictView = { ...view, verdict: 'let-in', seats, stays: false };
  return keepEntry(state, ticketed, { seats, confirmed: false }, then, now);
}

const PLAIN = {
  name: null,
  code: null,
  remaining: 0,
  inside: null,
  arrival: null,
  waiting: false,
  offline: false,
  confirmed: false,
  stays: false,
} as const;

function onWalkIn(state: DoorState, { seats, id }: Extract<DoorInput, { kind: 'walk-in' }>, now: number): DoorStep {
  if (!canAct(state)) return stay(state);
  const scan: Scan = { ...said(state, id, now, true), kind: 'walk-in', seats };
  const entry = entryOf(scan, seats, null, false);
  const then: VerdictView = { ...PLAIN, tone: 'ok', verdict: 'walk-in', seats };
  const log = [...state.entries, entry];
  return to(state, { at: 'keeping', scan, then, shown: null, entry }, { run: 'keep', scan, log });
}

function onUndo(state: DoorState, { id, of }: Extract<DoorInput, { kind: 'undo' }>, now: number): DoorStep {
  const last = lastToUndo(state.entries, state.event.id, state.rehearsal, of);
  if (!canAct(state) || last === null) return stay(state);
  const scan: Extract<Scan, { kind: 'undo' }> = { ...said(state, id, now, true), kind: 'undo', undoes: last.id };
  const then: VerdictView = { ...PLAIN, tone: 'undone', verdict: 'undone', seats: last.seats };
  const log = markUndone(state.entries, scan);
  return to(state, { at: 'keeping', scan, then, shown: null, entry: null }, { run: 'keep', scan, log });
}

const canAct = ({ phase }: DoorState): boolean => phase.at === 'scanning' || phase.at === 'verdict';

/** The next state after one input, and what the shell must do. What does not fit the phase changes nothing. */
export function stepDoor(state: DoorState, input: DoorInput, now: number): DoorStep {
  switch (input.kind) {
    case 'code':
      return onCode(state, input, now);
    case 'found':
      return onFound(state, input.found, now);
    case 'answered':
      return onAnswer(state, input.result);
    case 'unanswered':
      return onUnanswered(state, input, now);
    case 'kept':
      return onKept(state, input.ok);
    case 'let-in':
      return onLetIn(state, input, now);
    case 'walk-in':
      return onWalkIn(state, input, now);
    case 'undo':
      return onUndo(state, input, now);
    case 'next': {
      const { phase } = state;
      if (phase.at !== 'choosing' && phase.at !== 'verdict') return stay(state);
      if (input.view !== undefined && (phase.at !== 'verdict' || phase.view !== input.view)) return stay(state);
      return to(state, { at: 'scanning', strange: false });
    }
    case 'link':
      return stay(state.link === input.link ? state : { ...state, link: input.link });
    case 'received': {
      const ids = new Set(input.ids);
      if (!state.entries.some(({ id, received }) => !received && ids.has(id))) return stay(state);
      const entries = state.entries.map((entry) => (ids.has(entry.id) ? { ...entry, received: true } : entry));
      return { state: { ...state, entries }, commands: [{ run: 'log', log: entries }] };
    }
  }
}
