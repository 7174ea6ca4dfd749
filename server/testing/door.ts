/** Devices at the door, through the real routes. */
import { randomUUID } from 'node:crypto';
import type { AccountId } from '../../domain/ids';
import * as v from 'valibot';
import { type Door, DoorSchema, NewPairingSchema, PairedDeviceSchema } from '../../domain/check-in/device';
import { type Pack, PackSchema } from '../../domain/check-in/pack';
import { type ScanResult, ScanResultsSchema } from '../../domain/check-in/scan';
import { FILLED } from './forms';
import { DAY_MS, formatInstant } from '../../domain/time/time';
import { account } from '../db/account-schema';
import type { Encryptor } from '../crypto/encryptor';
import type { Db } from '../db/database';
import { encryptForm } from '../sign-ups/form-encryption';
import { freshTicket } from '../sign-ups/ticket';
import { insertSignUps } from '../sign-ups/write';
import type { Answer, TestApp } from './app';
import { OPEN, STARTS } from './content';
import type { Desk } from './desk';

/** A scan as a device sends it: what is left out is a ticket's, of one person, online, now. */
export type ScanChange = Readonly<Record<string, unknown>>;

export interface TestDevice {
  readonly id: string;
  readonly token: string;
  readonly ask: (method: 'GET' | 'POST' | 'DELETE', path: string, payload?: unknown) => Promise<Answer>;
  readonly upload: (scans: readonly ScanChange[], more?: object) => Promise<Answer>;
  /** One scan's answer. */
  readonly scan: (change: ScanChange) => Promise<ScanResult>;
  /** All of an upload; throws unless it was taken. */
  readonly send: (scans: readonly ScanChange[]) => Promise<readonly ScanResult[]>;
  readonly pack: (event?: string) => Promise<Pack>;
  readonly door: () => Promise<Door>;
}

/** A scan of the event `e` in its first minute. */
export const scanOf = (change: ScanChange): ScanChange => ({
  ...{ id: randomUUID(), event: 'e', kind: 'enter', at: formatInstant(STARTS), offline: false },
  ...(change.kind !== 'undo' && { seats: 1 }),
  ...change,
});

const WINDOW = { from: formatInstant(STARTS - DAY_MS), to: formatInstant(STARTS + DAY_MS) };

/** `more`: another name or window. */
export async function offerCode(desk: Desk, events: readonly string[] = ['e'], more: object = {}): Promise<string> {
  const offered = await desk.ask('POST', 'devices/pairings', { name: '东门', events, ...WINDOW, ...more });
  return v.parse(NewPairingSchema, offered.json()).code;
}

export async function newDevice(
  at: TestApp,
  desk: Desk,
  events?: readonly string[],
  more?: object,
): Promise<TestDevice> {
  const code = await offerCode(desk, events, more);
  const paired = await at.ask({ method: 'POST', url: '/api/v1/devices', payload: { code } });
  const { token, device } = v.parse(PairedDeviceSchema, paired.json());
  return deviceOf(at, device.id, token);
}

export function deviceOf(at: TestApp, id: string, token: string): TestDevice {
  const headers = { authorization: `Bearer ${token}` };
  const ask: TestDevice['ask'] = (method, path, payload) =>
    at.ask({ method, url: `/api/v1/${path}`, headers, ...(payload !== undefined && { payload: payload as object }) });
  const upload: TestDevice['upload'] = (scans, more) =>
    ask('POST', 'door/scans', { scans: scans.map((each) => scanOf(each)), ...more });
  const send: TestDevice['send'] = async (scans) => {
    const answer = await upload(scans);
    if (answer.status !== 200) throw new Error(`an upload answered ${answer.status}: ${answer.text}`);
    return v.parse(ScanResultsSchema, answer.json()).results;
  };
  return {
    ...{ id, token, ask, upload, send },
    scan: async (change) => {
      const [result] = await send([change]);
      if (!result) throw new Error('no answer for a scan');
      return result;
    },
    pack: async (event = 'e') => v.parse(PackSchema, (await ask('GET', `door/pack?event=${event}`)).json()),
    door: async () => v.parse(DoorSchema, (await ask('GET', 'door/events')).json()),
  };
}

export interface SeededParty {
  readonly id: string;
  readonly ticket: string;
  readonly seats: number;
}

/** Confirmed parties by the shortest way, since signing up is not what is tested here. */
export async function seedParties(
  db: Db,
  encryptor: Encryptor,
  seats: readonly number[],
  eventId = 'e',
): Promise<readonly SeededParty[]> {
  const parties = seats.map((each) => ({ id: randomUUID(), ticket: freshTicket(), seats: each }));
  const rows = parties.map((party) => {
    const accountId: AccountId = randomUUID();
    const form = { kind: 'visit' as const, values: { ...FILLED.visit, partySize: party.seats } };
    const sealed = encryptForm(encryptor, form, { accountId, id: party.id });
    const confirmed = { status: 'confirmed' as const, consentVersion: '1', at: OPEN, enterprise: null };
    return { ...party, ...sealed, accountId, eventId, ...confirmed };
  });
  await db.transaction(async (tx) => {
    await tx
      .insert(account)
      .values(rows.map(({ accountId: id, at }) => ({ id, kind: 'device' as const, createdAt: at })));
    await insertSignUps(tx, rows);
  });
  return parties;
}
