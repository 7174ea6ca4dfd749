/**
 * Scans that arrive, decided one after the other in one transaction (docs/rules.md, "At the door"). Their sign-ups are locked
 * in the order of their numbers, so that no more come in than have seats, whoever else asks.
 */
import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import * as v from 'valibot';
import { arrivalsOf, attendanceOf, countedScans, rehearsedScans } from '../../domain/check-in/attendance';
import { bodyOfScan, decideKnown, decideReceipt } from '../../domain/check-in/receive';
import {
  type Scan,
  type ScanFact,
  ScanSchema,
  type ScanRefusal,
  type WireScanResult,
} from '../../domain/check-in/scan';
import type { Settlement } from '../../domain/check-in/settlement';
import { maskName } from '../../domain/sign-up/sign-up-form';
import { peopleOf } from '../../domain/roster/roster';
import { formatInstant } from '../../domain/time/time';
import type { DoorEventRow } from '../access/door-devices';
import { partyKey, settlementOf, factOf } from '../attendance/scan-facts';
import type { Encryptor } from '../crypto/encryptor';
import { signUp, type SignUpRow } from '../db/account-schema';
import type { Tx } from '../db/database';
import { doorDevice } from '../db/door-schema';
import { decryptForm } from '../sign-ups/form-encryption';
import { insertScans, type KnownScan, readKnown } from './scan-statements';

/** Who sends them, and what they may. */
export interface ScanSender {
  /** `null`: a member. */
  readonly deviceId: string | null;
  readonly memberId: string | null;
  readonly revoked: boolean;
  /** Whether new questions are answered; what was decided alone is taken anyway. */
  readonly isOpen: boolean;
  readonly events: readonly DoorEventRow[];
}

export interface ReceiveContext {
  readonly now: number;
  readonly encryptor: Encryptor;
}

type Party = Pick<
  SignUpRow,
  'seq' | 'id' | 'eventId' | 'status' | 'seats' | 'ticket' | 'accountId' | 'keyId' | 'encrypted'
>;

const hashOf = (scan: Scan): string => createHash('sha256').update(bodyOfScan(scan)).digest('base64url');

const idOf = (raw: unknown): string => {
  const parsed = v.safeParse(v.object({ id: v.pipe(v.string(), v.maxLength(64)) }), raw);
  return parsed.success ? parsed.output.id : '';
};

async function lockParties(tx: Tx, scans: readonly Scan[]): Promise<Party[]> {
  const tickets = scans.flatMap((scan) => (scan.kind === 'enter' ? [scan.ticket] : []));
  const named = scans.flatMap((scan) => (scan.kind === 'manual' ? [scan] : []));
  if (tickets.length + named.length === 0) return [];
  const columns = {
    ...{ seq: signUp.seq, id: signUp.id, eventId: signUp.eventId, status: signUp.status, seats: signUp.seats },
    ...{ ticket: signUp.ticket, accountId: signUp.accountId, keyId: signUp.keyId, encrypted: signUp.encrypted },
  };
  if (named.length === 0) {
    return tx
      .select(columns)
      .from(signUp)
      .where(sql`${signUp.ticket} = any(${sql.placeholder('tickets')}::text[])`)
      .orderBy(signUp.seq)
      .for('no key update')
      .prepare('lock_tickets')
      .execute({ tickets });
  }
  const ids = sql.param(named.map(({ signUpId }) => signUpId));
  const events = sql.param([...new Set(named.map(({ event }) => event))]);
  return tx
    .select(columns)
    .from(signUp)
    .where(
      sql`${signUp.ticket} = any(${sql.param(tickets)}::text[])
        or (${signUp.eventId} = any(${events}::text[]) and ${signUp.id} = any(${ids}::uuid[]))`,
    )
    .orderBy(signUp.seq)
    .for('no key update');
}

/** The scans that are kept of these parties, and those that come again. */
class Kept {
  readonly facts: ScanFact[];
  readonly settlements: Settlement[];
  private readonly hashes: Map<string, string>;

  constructor(known: readonly KnownScan[]) {
    this.facts = known.map(({ row }) => factOf(row));
    this.settlements = known.flatMap(({ settlements }) => settlements.map(settlementOf));
    this.hashes = new Map(known.map(({ row }) => [row.id, row.bodyHash]));
  }

  hashOf(id: string): string | null {
    return this.hashes.get(id) ?? null;
  }

  add(fact: ScanFact, hash: string): void {
    this.facts.push(fact);
    this.hashes.set(fact.id, hash);
  }

  find(id: string): ScanFact | undefined {
    return this.facts.find((fact) => fact.id === id);
  }

  /** Of one party, in earnest or in rehearsal. */
  counted(party: Party, rehearsal: boolean): readonly ScanFact[] {
    const key = partyKey(party.seq);
    const own = new Set(this.facts.filter((fact) => fact.party?.id === key).map(({ id }) => id));
    const facts = this.facts.filter(({ id, undoes }) => own.has(id) || (undoes !== null && own.has(undoes)));
    return rehearsal ? rehearsedScans(facts) : countedScans(facts, this.settlements);
  }
}

const insideOf = (party: Party, counted: readonly ScanFact[]): number =>
  attendanceOf(partyKey(party.seq), party.seats, counted);

function nameOf(party: Party, encryptor: Encryptor): string | null {
  const form = decryptForm(encryptor, party);
  const [contact] = form ? peopleOf(form) : [];
  return contact ? maskName(contact.name) : null;
}

interface Work {
  readonly scan: Scan;
  readonly event: DoorEventRow;
  readonly hash: string;
}

type Parsed = { readonly id: string; readonly code: ScanRefusal } | Work;

function parseScan(raw: unknown, { events }: ScanSender): Parsed {
  const parsed = v.safeParse(ScanSchema, raw);
  if (!parsed.success) return { id: idOf(raw), code: 'invalid-input' };
  const scan = parsed.output;
  const event = events.find(({ id }) => id === scan.event);
  return event ? { scan, event, hash: hashOf(scan) } : { id: scan.id, code: 'not-found' };
}

const isWork = (parsed: Parsed): parsed is Work => 'scan' in parsed;

/** Decides and keeps them in the order in which they came; answers in that order. */
export async function receiveScans(
  tx: Tx,
  raw: readonly unknown[],
  sender: ScanSender,
  { now, encryptor }: ReceiveContext,
): Promise<WireScanResult[]> {
  const parsed = raw.map((each) => parseScan(each, sender));
  const work = parsed.filter(isWork);
  const parties = await lockParties(
    tx,
    work.map(({ scan }) => scan),
  );
  // Read under the locks: what another device was told is among them.
  const kept = new Kept(
    await readKnown(
      tx,
      work.map(({ scan }) => scan.id),
      parties.map(({ seq }) => seq),
    ),
  );
  const partyOf = (scan: Scan): Party | null => {
    if (scan.kind === 'enter') return parties.find(({ ticket }) => ticket === scan.ticket) ?? null;
    if (scan.kind !== 'manual') return null;
    const named = parties.filter(({ id, eventId }) => id === scan.signUpId && eventId === scan.event);
    return named.find(({ status }) => status === 'confirmed') ?? named[0] ?? null;
  };

  const fresh: { readonly fact: ScanFact; readonly hash: string; readonly sample: boolean }[] = [];
  const decide = ({ scan, event, hash }: Work): ScanFact | ScanRefusal => {
    const { known } = decideKnown(kept.hashOf(scan.id), hash);
    if (known === 'conflict') return 'scan-conflict';
    const stored = kept.find(scan.id);
    if (stored) return stored;
    if (!scan.offline && sender.revoked) return 'device-revoked';
    if (!scan.offline && !sender.isOpen) return 'outside-window';
    const party = partyOf(scan);
    const { deviceId: device, revoked } = sender;
    const inside = party === null ? 0 : insideOf(party, kept.counted(party, scan.rehearsal === true));
    const fact = decideReceipt(scan, {
      ...{ event, device, revoked, now },
      signUp: party && { ...party, id: partyKey(party.seq), event: party.eventId, inside },
    });
    kept.add(fact, hash);
    fresh.push({ fact, hash, sample: event.sample });
    return fact;
  };

  const decided = parsed.map((each) => (isWork(each) ? decide(each) : each.code));
  const written = await insertScans(tx, fresh, sender.memberId);
  // The same id came at once on another connection: what that one kept is the answer.
  const lost = fresh.filter(({ fact }) => !written.has(fact.id)).map(({ fact }) => fact.id);
  const others = lost.length === 0 ? null : new Kept(await readKnown(tx, lost, []));
  const devices = await namesOf(tx, sender, kept.facts, decided);

  return parsed.map((each, index): WireScanResult => {
    const outcome = decided[index];
    if (!isWork(each)) return each;
    const { id } = each.scan;
    if (outcome === undefined || typeof outcome === 'string') return { id, code: outcome ?? 'invalid-input' };
    const other = others?.hashOf(id) ?? null;
    if (other !== null && other !== each.hash) return { id, code: 'scan-conflict' };
    const fact = others?.find(id) ?? outcome;
    return present(fact, partyOf(each.scan), { kept, devices, encryptor });
  });
}

/** Where the last of a party came in, for those who are turned away with `already-in`. */
async function namesOf(
  tx: Tx,
  { deviceId }: ScanSender,
  facts: readonly ScanFact[],
  decided: readonly (ScanFact | ScanRefusal)[],
): Promise<ReadonlyMap<string, string>> {
  if (!decided.some((each) => typeof each !== 'string' && each.verdict === 'already-in')) return new Map();
  const ids = [...new Set(facts.flatMap(({ device }) => (device === null ? [] : [device])))];
  if (ids.length === 0 && deviceId === null) return new Map();
  const rows = await tx
    .select({ id: doorDevice.id, name: doorDevice.name })
    .from(doorDevice)
    .where(sql`${doorDevice.id} = any(${sql.param(ids)}::uuid[])`);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function present(
  fact: ScanFact,
  party: Party | null,
  context: { readonly kept: Kept; readonly devices: ReadonlyMap<string, string>; readonly encryptor: Encryptor },
): WireScanResult {
  const { id, verdict, seats, flags } = fact;
  const base = { id, verdict, flags: [...flags], ...(verdict === 'ok' && { seats }) };
  if (party === null || fact.party === null) return base;
  const counted = context.kept.counted(party, fact.rehearsal);
  const inside = insideOf(party, counted);
  const last = verdict === 'already-in' ? arrivalsOf(partyKey(party.seq), counted)?.last : undefined;
  // What was decided alone needs no name: the screen has said it already.
  const name = fact.offline ? null : nameOf(party, context.encryptor);
  return {
    ...base,
    ...{ remaining: Math.max(0, party.seats - inside), party: party.seats, inside },
    ...(verdict === 'not-confirmed' && { status: party.status === 'cancelled' ? 'cancelled' : 'waitlisted' }),
    ...(name !== null && { name }),
    ...(last && {
      last: {
        at: formatInstant(last.at),
        device: last.device === null ? null : (context.devices.get(last.device) ?? null),
      },
    }),
  };
}
