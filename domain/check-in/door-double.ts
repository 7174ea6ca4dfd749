/** One event's door in memory, for tests: the rules of `receive.ts` carried out one scan after the other. */
import type { SignUpStatus } from '../sign-up/sign-up';
import { MINUTE_MS } from '../time/time';
import { attendanceOf, countedScans, rehearsedScans } from './attendance';
import { bodyOfScan, decideKnown, decideReceipt } from './receive';
import type { Scan, ScanFact } from './scan';
import type { DoorEvent } from './verdict';

export interface DoorParty {
  readonly id: string;
  readonly ticket: string;
  readonly event: string;
  readonly seats: number;
  readonly status: SignUpStatus;
}

/** From minute 1000 to minute 1100. */
export const DOOR_EVENT: DoorEvent = {
  id: 'lab',
  status: 'scheduled',
  startsAt: 1000 * MINUTE_MS,
  endsAt: 1100 * MINUTE_MS,
};
export const DURING = 1010 * MINUTE_MS;

export class Door {
  private readonly kept = new Map<string, { readonly body: string; readonly fact: ScanFact }>();

  constructor(
    private readonly parties: readonly DoorParty[],
    public now: number = DURING,
    public event: DoorEvent = DOOR_EVENT,
  ) {}

  facts(): readonly ScanFact[] {
    return [...this.kept.values()].map(({ fact }) => fact);
  }

  receive(scan: Scan, device: string | null): ScanFact | 'conflict' {
    const body = bodyOfScan(scan);
    const stored = this.kept.get(scan.id);
    const { known } = decideKnown(stored?.body ?? null, body);
    if (known === 'conflict') return 'conflict';
    if (stored !== undefined) return stored.fact;
    const party = this.partyOf(scan);
    const facts = this.facts();
    const counted = scan.rehearsal === true ? rehearsedScans(facts) : countedScans(facts);
    const signUp = party === undefined ? null : { ...party, inside: attendanceOf(party.id, party.seats, counted) };
    const fact = decideReceipt(scan, { event: this.event, signUp, device, now: this.now });
    this.kept.set(scan.id, { body, fact });
    return fact;
  }

  private partyOf(scan: Scan): DoorParty | undefined {
    if (scan.kind === 'enter') return this.parties.find(({ ticket }) => ticket === scan.ticket);
    return scan.kind === 'manual' ? this.parties.find(({ id }) => id === scan.signUpId) : undefined;
  }
}
