/** A server for tests that knows one device and its events' doors: the rules of `domain/check-in` carried out in memory. */
import * as v from 'valibot';
import { attendanceOf, attendanceOfEvent, countedScans } from '../../domain/check-in/attendance';
import { DOOR_EVENT, Door, DURING, type DoorParty } from '../../domain/check-in/door-double';
import { packParty, toHex } from '../../domain/check-in/pack';
import { phoneCrypto } from '../../domain/check-in/pack-crypto';
import { ScanSchema } from '../../domain/check-in/scan';
import { formatInstant } from '../../domain/time/time';
import { problem } from './fake-account-server';
import type { Scripted, Sent } from './fake-phone-state';

export const DOOR_CODE = 'ABCDEFGH';
export const TICKETS = {
  one: 'ABCDEFGH22',
  party: 'ABCDEFGH33',
  waiting: 'ABCDEFGH44',
  cancelled: 'ABCDEFGH55',
  other: 'ABCDEFGH66',
  unknown: 'ABCDEFGH77',
} as const;

const PARTIES: readonly DoorParty[] = [
  { id: '1', ticket: TICKETS.one, event: 'lab', seats: 1, status: 'confirmed' },
  { id: '2', ticket: TICKETS.party, event: 'lab', seats: 3, status: 'confirmed' },
  { id: '3', ticket: TICKETS.waiting, event: 'lab', seats: 1, status: 'waitlisted' },
  { id: '4', ticket: TICKETS.cancelled, event: 'lab', seats: 1, status: 'cancelled' },
  { id: '5', ticket: TICKETS.other, event: 'talk', seats: 1, status: 'confirmed' },
];

const json = (status: number, body: unknown): Scripted => ({ status, body: JSON.stringify(body) });

export class DoorServer {
  readonly door = new Door(PARTIES);
  token = 'device-token'.padEnd(43, '0');
  isRevoked = false;
  isKnown = true;
  /** Answers one scan of an upload otherwise, by its id. */
  readonly refuses = new Map<string, string>();
  private salts = 0;

  answer(url: string, sent: Sent): Scripted {
    const path = (url.split('?')[0] ?? url).replace(/^.*\/api\/v1\//, '');
    this.door.now = Date.now();
    if (path === 'devices') {
      const { code } = sent.body as { code: string };
      return code === DOOR_CODE ? json(201, this.paired()) : problem(410, 'pairing-gone');
    }
    if (sent.authorization !== `Bearer ${this.token}` || !this.isKnown) return problem(401, 'unauthorized');
    if (path === 'door/scans') return this.receive(sent.body as { scans: unknown[] });
    if (path === 'devices/current') return { status: 204, body: '' };
    if (this.isRevoked) return problem(403, 'device-revoked');
    if (path === 'door/events') return json(200, this.events());
    return json(200, this.pack(/event=([^&]+)/.exec(url)?.[1] ?? ''));
  }

  attended(): number | null {
    return attendanceOfEvent(this.door.facts())?.total ?? null;
  }

  private listed(): object[] {
    const { startsAt, endsAt } = DOOR_EVENT;
    return [
      ['lab', '走进计量实验室'],
      ['talk', '质量讲座'],
    ].map(([id, title]) => ({
      ...{ id, title, status: 'scheduled', place: '计量院' },
      startsAt: formatInstant(startsAt),
      endsAt: formatInstant(endsAt),
    }));
  }

  private device(): object {
    return { id: 'd', name: '东门', organisation: '拉萨市局', from: formatInstant(0), to: formatInstant(DURING * 2) };
  }

  private paired(): object {
    return { token: this.token, device: this.device(), events: this.listed() };
  }

  private events(): object {
    const counts = { seats: 4, attended: this.attended(), byDevice: 0 };
    return {
      now: formatInstant(Date.now()),
      device: this.device(),
      events: this.listed().map((event) => ({ ...event, ...counts })),
    };
  }

  private pack(event: string): object {
    this.salts += 1;
    const salt = new Uint8Array(16).fill(this.salts);
    const counted = countedScans(this.door.facts());
    const entries = PARTIES.filter((party) => party.event === event).map(({ id, ticket, seats, status }, index) => {
      const inside = attendanceOf(id, seats, counted);
      const kept = status === 'waitlisted' || status === 'cancelled' ? status : 'confirmed';
      const listed = { name: '王**', seats, status: kept, inside, ticket } as const;
      return packParty(listed, salt, new Uint8Array(12).fill(index), phoneCrypto);
    });
    return { version: 1, event, madeAt: formatInstant(Date.now()), salt: toHex(salt), iterations: 1000, entries };
  }

  private receive({ scans }: { readonly scans: readonly unknown[] }): Scripted {
    const results = scans.map((sent) => {
      const scan = v.parse(ScanSchema, sent);
      const code = this.refuses.get(scan.id) ?? this.refuses.get('*');
      if (code !== undefined) return { id: scan.id, code };
      const fact = this.door.receive(scan, 'd');
      if (fact === 'conflict') return { id: scan.id, code: 'scan-conflict' };
      const { verdict, seats, flags, party } = fact;
      const counted = countedScans(this.door.facts());
      const inside = party === null ? 0 : attendanceOf(party.id, party.seats, counted);
      const status = verdict === 'not-confirmed' && PARTIES.find(({ id }) => id === party?.id)?.status;
      return {
        ...{ id: scan.id, verdict, seats, flags },
        ...(party !== null && { remaining: party.seats - inside }),
        ...(status !== false && { status }),
      };
    });
    return json(200, { results, ...(this.isRevoked && { revoked: true }) });
  }
}
