import { countsOf } from './device-log';
import { DOOR_EVENT, DURING } from './door-double';
import { startDoor, type DoorCommand, type DoorInput, type DoorState, type Found } from './door-state';
import type { ListedParty } from './on-device';
import type { Scan, ScanResult } from './scan';
import { stepDoor } from './session';

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const TICKET = 'ABCDEFGHJ2';
const ONE: ListedParty = { name: '张*', seats: 1, status: 'confirmed', inside: 0 };
const PARTY: ListedParty = { ...ONE, seats: 3 };
const found = (listed: ListedParty | null, elsewhere = false): Found => ({ lookup: 'aa', listed, elsewhere });

/** A device that is handed inputs one after the other, a second apart if not said otherwise. */
class Device {
  state: DoorState;
  commands: readonly DoorCommand[] = [];
  private ids = 0;
  constructor(
    link: DoorState['link'],
    public now = DURING,
    rehearsal = false,
  ) {
    this.state = startDoor(DOOR_EVENT, { entries: [], rehearsal, link });
  }
  give(input: DoorInput, after = 0): this {
    this.now += after;
    const step = stepDoor(this.state, input, this.now);
    this.state = step.state;
    this.commands = step.commands;
    return this;
  }
  id(): string {
    this.ids += 1;
    return id(this.ids);
  }
  see(text = TICKET, after = 4_000): this {
    return this.give({ kind: 'code', text, by: 'camera', id: this.id() }, after);
  }
  scan(listed: ListedParty | null, ticket = TICKET): this {
    return this.see(`QM:${ticket}`).give({ kind: 'found', found: found(listed) });
  }
  letIn(seats: number): this {
    return this.give({ kind: 'let-in', seats, id: this.id() });
  }
  kept(ok = true): this {
    return this.give({ kind: 'kept', ok });
  }
  answer(result: Partial<Extract<ScanResult, { verdict: unknown }>>): this {
    return this.give({ kind: 'answered', result: { id: id(0), verdict: 'ok', flags: [], ...result } });
  }
  runs(): readonly string[] {
    return this.commands.map(({ run }) => run);
  }
  scanOf(run: 'ask' | 'keep' | 'queue'): Scan | undefined {
    for (const command of this.commands) if (command.run === run) return command.scan;
    return undefined;
  }
  view(): object {
    const { phase } = this.state;
    return phase.at === 'verdict' ? phase.view : phase;
  }
  counts(): object {
    return countsOf(this.state.entries, DOOR_EVENT.id, this.state.rehearsal);
  }
}

describe('alone', () => {
  test('one person is stored before the screen is green, and the camera comes back by itself', () => {
    const device = new Device('offline').scan(ONE);
    expect(device.runs()).toEqual(['keep']);
    expect(device.scanOf('keep')).toEqual({
      id: id(1),
      event: 'lab',
      at: device.now,
      offline: true,
      kind: 'enter',
      ticket: TICKET,
      seats: 1,
    });
    expect(device.view()).toMatchObject({ at: 'keeping' });
    expect(device.counts()).toEqual({ entered: 0, walkIns: 0 });
    device.kept();
    expect(device.view()).toMatchObject({ tone: 'ok', verdict: 'ok', offline: true, name: '张*', seats: 1 });
    expect(device.runs()).toEqual(['signal', 'return']);
    expect(device.counts()).toEqual({ entered: 1, walkIns: 0 });
  });

  test('what cannot be stored is not green and counts for nothing', () => {
    const device = new Device('offline').scan(ONE).kept(false);
    expect(device.view()).toMatchObject({ tone: 'unkept', stays: true });
    expect(device.counts()).toEqual({ entered: 0, walkIns: 0 });
  });

  test('the same ticket again is in already, as far as this device knows', () => {
    const device = new Device('offline').scan(ONE).kept().scan(ONE);
    expect(device.view()).toMatchObject({ tone: 'already', inside: 1, stays: true });
  });

  test('a party comes in two parts', () => {
    const device = new Device('offline').scan(PARTY);
    expect(device.view()).toMatchObject({ at: 'choosing', free: 3 });
    device.letIn(2).kept();
    expect(device.view()).toMatchObject({ tone: 'ok', seats: 2, remaining: 1, stays: false });
    device.scan(PARTY).kept();
    expect(device.view()).toMatchObject({ tone: 'ok', seats: 1, remaining: 0 });
    expect(device.scan(PARTY).view()).toMatchObject({ tone: 'already', inside: 3 });
  });

  test.each<readonly [string, Found, object]>([
    ['a ticket of another event', found(null, true), { tone: 'refused', verdict: 'other-event' }],
    ['one that waited', found({ ...ONE, status: 'waitlisted' }), { tone: 'unknown', verdict: 'not-confirmed' }],
    ['one that was cancelled', found({ ...ONE, status: 'cancelled' }), { tone: 'refused', verdict: 'not-confirmed' }],
    ['one that the list does not know', found(null), { tone: 'unknown', verdict: 'unverified' }],
    ['any, without a list', { ...found(null), lookup: null }, { tone: 'unknown', verdict: 'unverified' }],
  ])('nobody comes in by itself with %s', (_, finding, view) => {
    const device = new Device('offline').see().give({ kind: 'found', found: finding });
    expect(device.view()).toMatchObject({ ...view, stays: true });
    expect(device.runs()).toEqual(['signal']);
  });

  test('whom the list does not know may be let in, is never green, and goes up to be looked at', () => {
    const device = new Device('offline').scan(null).letIn(1);
    expect(device.scanOf('keep')).toMatchObject({ id: id(2), offline: true });
    expect(device.kept().view()).toMatchObject({ tone: 'unknown', verdict: 'let-in', stays: false });
    expect(device.counts()).toEqual({ entered: 1, walkIns: 0 });
  });

  test('whom the list has on the waitlist may have got a seat since: amber, let in by a tap', () => {
    const device = new Device('offline').scan({ ...ONE, status: 'waitlisted' });
    expect(device.view()).toMatchObject({ waiting: true, name: '张*' });
    expect(device.letIn(1).scanOf('keep')).toMatchObject({ id: id(2), offline: true, ticket: TICKET });
    expect(device.kept().view()).toMatchObject({ tone: 'unknown', verdict: 'let-in', stays: false });
  });

  test('who cancelled is not let in by a tap', () => {
    expect(
      new Device('offline')
        .scan({ ...ONE, status: 'cancelled' })
        .letIn(1)
        .runs(),
    ).toEqual([]);
  });

  test('outside the time one more tap lets in, and the scan says so', () => {
    const device = new Device('offline', 0).scan(ONE);
    expect(device.view()).toMatchObject({ tone: 'ask', verdict: 'wrong-time' });
    expect(device.letIn(1).scanOf('keep')).toMatchObject({ confirmed: true, id: id(2) });
    expect(device.kept().view()).toMatchObject({ tone: 'ok' });
  });

  test('a rehearsal knows no time, marks its scans and counts apart', () => {
    const device = new Device('offline', 0, true).scan(ONE);
    expect(device.scanOf('keep')).toMatchObject({ rehearsal: true });
    device.kept();
    expect(device.counts()).toEqual({ entered: 1, walkIns: 0 });
    expect(countsOf(device.state.entries, 'lab', false)).toEqual({ entered: 0, walkIns: 0 });
  });
});

describe('with the server', () => {
  test('it is asked, and its verdict is shown', () => {
    const device = new Device('online').scan(ONE);
    expect(device.scanOf('ask')).toMatchObject({ offline: false, seats: 1 });
    device.answer({ verdict: 'ok', seats: 1, remaining: 0 });
    expect(device.view()).toMatchObject({ tone: 'ok', offline: false, seats: 1 });
    expect(device.runs()).toEqual(['log', 'signal', 'return']);
    expect(device.counts()).toEqual({ entered: 1, walkIns: 0 });
  });

  test('of a party that the list does not know one comes in, and the rest with a tap', () => {
    const device = new Device('online').scan(null).answer({ seats: 1, remaining: 2 });
    expect(device.view()).toMatchObject({ tone: 'ok', remaining: 2, stays: true });
    expect(device.letIn(2).scanOf('ask')).toMatchObject({ seats: 2, id: id(2) });
    device.answer({ seats: 2, remaining: 0 });
    expect(device.counts()).toEqual({ entered: 3, walkIns: 0 });
  });

  test.each(['invalid', 'other-event', 'event-cancelled', 'not-confirmed'] as const)('%s is red', (verdict) => {
    expect(new Device('online').scan(ONE).answer({ verdict }).view()).toMatchObject({ tone: 'refused', verdict });
  });

  test('what it cannot take lets nobody in', () => {
    const device = new Device('online').scan(ONE);
    device.give({ kind: 'answered', result: { id: id(1), code: 'not-found' } });
    expect(device.view()).toMatchObject({ tone: 'refused', verdict: 'failed', code: 'not-found' });
    expect(device.counts()).toEqual({ entered: 0, walkIns: 0 });
  });

  test('without an answer the device decides alone, and it stays the same scan', () => {
    const device = new Device('online').scan(ONE);
    const asked = device.scanOf('ask');
    device.give({ kind: 'unanswered', maybe: true, id: device.id() }, 2_000);
    expect(device.scanOf('keep')).toEqual({ ...asked, offline: true });
    expect(device.state.link).toBe('offline');
    expect(device.kept().runs()).toEqual(['signal', 'return']);
  });

  test('nobody is let in and the request may have arrived: it is taken back', () => {
    const device = new Device('online').scan(null);
    device.give({ kind: 'unanswered', maybe: true, id: id(9) }, 2_000);
    expect(device.view()).toMatchObject({ tone: 'unknown' });
    expect(device.scanOf('queue')).toMatchObject({ kind: 'undo', undoes: id(1), id: id(9) });
    const surely = new Device('online').scan(null).give({ kind: 'unanswered', maybe: false, id: id(9) });
    expect(surely.runs()).toEqual(['signal']);
  });

  test('an answer that comes too late changes nothing', () => {
    const device = new Device('online')
      .scan(ONE)
      .give({ kind: 'unanswered', maybe: true, id: id(9) })
      .kept();
    const before = device.state;
    expect(device.answer({ verdict: 'already-in' }).state).toBe(before);
  });
});

describe('what the camera sees', () => {
  test('the same code within three seconds is one look, for as long as it stays in sight', () => {
    const device = new Device('offline').scan(ONE).kept().give({ kind: 'next' });
    for (let n = 0; n < 5; n += 1) expect(device.see(TICKET, 2_000).state.phase.at).toBe('scanning');
    expect(device.see(TICKET, 3_000).state.phase.at).toBe('finding');
  });

  test('two tickets side by side are two looks, whichever the camera sees', () => {
    const device = new Device('offline')
      .scan(ONE)
      .kept()
      .see('ABCDEFGHJ3', 1_000)
      .give({ kind: 'found', found: found(null) });
    device.give({ kind: 'next' });
    expect(device.see(TICKET, 1_000).state.phase.at).toBe('scanning');
    expect(device.see('ABCDEFGHJ3', 1_000).state.phase.at).toBe('scanning');
  });

  test('a code that a person typed again is meant', () => {
    const device = new Device('offline').scan(ONE).kept();
    device.give({ kind: 'code', text: 'abcde fghj2', by: 'typed', id: device.id() }, 10);
    expect(device.state.phase.at).toBe('finding');
  });

  test('a strange code is said to be one and never stops the camera', () => {
    const device = new Device('offline').see('https://example.com/');
    expect(device.state.phase).toEqual({ at: 'scanning', strange: true });
    expect(device.see(TICKET, 10).state.phase.at).toBe('finding');
  });

  test('the next ticket takes over from a verdict, and waits for a question', () => {
    const device = new Device('offline').scan(null);
    expect(device.see('ABCDEFGHJ3', 10).state.phase.at).toBe('finding');
    const asking = new Device('offline').scan(PARTY);
    expect(asking.see('ABCDEFGHJ3', 10).state.phase.at).toBe('choosing');
  });

  test('a timer of an earlier verdict does not end a later one', () => {
    const device = new Device('offline').scan(ONE).kept();
    const [, back] = device.commands;
    device.scan(ONE, 'ABCDEFGHJ3').kept();
    if (back?.run !== 'return') throw new Error('no timer');
    expect(device.give({ kind: 'next', view: back.view }).state.phase.at).toBe('verdict');
  });
});

describe('undo and walk-ins', () => {
  test('the last is taken back, once each', () => {
    const device = new Device('offline').scan(ONE).kept();
    device.give({ kind: 'walk-in', seats: 1, id: device.id() }).kept();
    expect(device.counts()).toEqual({ entered: 1, walkIns: 1 });
    device.give({ kind: 'undo', id: device.id() });
    expect(device.scanOf('keep')).toMatchObject({ kind: 'undo', undoes: id(2) });
    expect(device.kept().view()).toMatchObject({ tone: 'undone', seats: 1 });
    device.give({ kind: 'undo', id: device.id() }).kept();
    expect(device.counts()).toEqual({ entered: 0, walkIns: 0 });
    expect(device.give({ kind: 'undo', id: device.id() }).runs()).toEqual([]);
    expect(device.scan(ONE).runs()).toEqual(['keep']);
  });

  test('one walk-in less takes back a walk-in, whatever came since', () => {
    const device = new Device('offline').give({ kind: 'walk-in', seats: 1, id: id(7) }).kept();
    device.scan(ONE).kept();
    device.give({ kind: 'undo', id: id(8), of: 'walk-in' }).kept();
    expect(device.counts()).toEqual({ entered: 1, walkIns: 0 });
  });

  test('an undo that cannot be stored undoes nothing', () => {
    const device = new Device('offline')
      .scan(ONE)
      .kept()
      .give({ kind: 'undo', id: id(8) })
      .kept(false);
    expect(device.view()).toMatchObject({ tone: 'unkept' });
    expect(device.counts()).toEqual({ entered: 1, walkIns: 0 });
  });
});

test('what the server has received is noted once', () => {
  const device = new Device('offline').scan(ONE).kept();
  expect(device.give({ kind: 'received', ids: [id(1), id(5)] }).state.entries[0]?.received).toBe(true);
  expect(device.runs()).toEqual(['log']);
  expect(device.give({ kind: 'received', ids: [id(1)] }).runs()).toEqual([]);
});
