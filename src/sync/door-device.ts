/**
 * This phone as a device for entry checks (docs/rules.md, "At the door", rule 9): paired by a code, without an account. Its
 * token may use what a device may, and nothing else.
 */
import * as v from 'valibot';
import { useStore } from 'zustand';
import { DOOR } from '../../domain/api/door';
import { type Door, PairedDeviceSchema } from '../../domain/check-in/device';
import { EventStatusSchema } from '../../domain/event/event';
import { call, type Called, type Endpoint, isUnreached, NOTHING, type Question } from './call';
import { eraseList, eraseLists } from './door-packs';
import { persisted } from './persisted';

const PAIR = { ...DOOR.pairDevice, answer: PairedDeviceSchema } as const;
const UNPAIR = { ...DOOR.unpairDevice, answer: NOTHING } as const;

const EventSchema = v.object({
  ...{ id: v.string(), title: v.string(), status: EventStatusSchema },
  ...{ startsAt: v.number(), endsAt: v.number(), place: v.nullable(v.string()) },
  /** As the server counted last; `null`: nobody has been checked, or nothing is known yet. */
  attended: v.nullable(v.number()),
  /** Those of them whom this device let in. */
  byDevice: v.number(),
  seats: v.nullable(v.number()),
});
export type DeviceEvent = v.InferOutput<typeof EventSchema>;

const DeviceSchema = v.object({
  token: v.string(),
  /** What the scans that wait are encrypted with: the first token's, as long as one of them waits. */
  secret: v.string(),
  name: v.string(),
  organisation: v.string(),
  events: v.array(EventSchema),
  chosen: v.nullable(v.string()),
  rehearsal: v.boolean(),
  /** `revoked`: it still hands in what it scanned. `lost`: the server does not know the token any more. */
  standing: v.picklist(['paired', 'revoked', 'lost']),
});
export type Device = v.InferOutput<typeof DeviceSchema>;

const { store, update, clear } = persisted<{ readonly device: Device | null }, Device>({
  key: 'door-device',
  version: 1,
  schema: DeviceSchema,
  empty: { device: null },
  toState: (device) => ({ device }),
  toStored: ({ device }) => device,
  owner: 'phone',
  missed: 'setting',
});

export const deviceNow = (): Device | null => store.getState().device;
export const useDevice = (): Device | null => useStore(store, ({ device }) => device);

function change(part: (device: Device) => Partial<Device>): void {
  update((state) => (state.device === null ? state : { device: { ...state.device, ...part(state.device) } }));
}

export function chooseEvent(chosen: string | null): void {
  change(() => ({ chosen }));
}

export function setRehearsal(rehearsal: boolean): void {
  change(() => ({ rehearsal }));
}

export type Pairing = 'paired' | 'gone' | 'busy' | 'failed';

/** Pairs this phone, once for each code. Paired again, it keeps what still waits. */
export async function pairDevice(code: string): Promise<Pairing> {
  const answer = await call(PAIR, { body: { code } });
  if (!answer.ok) {
    if (isUnreached(answer) || answer.reason !== 'http') return 'failed';
    return answer.status === 429 ? 'busy' : answer.status < 500 ? 'gone' : 'failed';
  }
  const { token, device, events } = answer.value;
  const [first] = events;
  update((state) => ({
    device: {
      ...{ token, secret: state.device?.secret ?? token, name: device.name, organisation: device.organisation },
      events: events.map((event) => ({ ...event, attended: null, byDevice: 0, seats: null })),
      chosen: events.length === 1 && first !== undefined ? first.id : null,
      ...{ rehearsal: false, standing: 'paired' },
    },
  }));
  return 'paired';
}

/** What the server says of the device's events. Lists of events that it no longer checks are erased. */
export function takeDoor({ device, events }: Door): void {
  change((known) => {
    for (const { id } of known.events) if (!events.some((event) => event.id === id)) eraseList(id);
    const { name, organisation } = device;
    const next = events.map(({ id, title, status, startsAt, endsAt, place, ...counts }) => ({
      ...{ id, title, status, startsAt, endsAt, place },
      ...{ attended: counts.attended, byDevice: counts.byDevice, seats: counts.seats },
    }));
    const chosen = next.some(({ id }) => id === known.chosen) ? known.chosen : null;
    return { name, organisation, events: next, chosen, standing: 'paired' };
  });
}

/** The list goes at once; what waits stays. */
export function lose(standing: 'revoked' | 'lost'): void {
  eraseLists();
  change(() => ({ standing }));
}

/** Asks as the device. An answer that it is revoked or unknown erases its lists before anything else. */
export async function callAsDevice<Value>(endpoint: Endpoint<Value>, question: Question = {}): Promise<Called<Value>> {
  const device = deviceNow();
  if (device === null) return { ok: false, reason: 'no-session' };
  const answer = await call(endpoint, question, device.token);
  if (answer.ok || answer.reason !== 'http') return answer;
  if (answer.status === 401) lose('lost');
  else if (answer.code === 'device-revoked') lose('revoked');
  return answer;
}

/** Gives the pairing up. The caller has made sure that nothing waits. */
export async function unpairDevice(): Promise<void> {
  await callAsDevice(UNPAIR);
  eraseLists();
  clear();
}
