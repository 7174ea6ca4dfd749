/**
 * A device for entry checks (核验设备): a phone without an account, paired once by a code for named events and a window
 * (docs/rules.md, "At the door", rule 9). The wire forms; instants are ISO 8601 on the wire, epoch ms here.
 */
import * as v from 'valibot';
import { EventIdSchema, EventStatusSchema } from '../event/event';
import { plainCode } from '../text/plain-text';
import { InstantSchema, InstantTextSchema } from '../time/instant';
import { DAY_MS, MINUTE_MS } from '../time/time';

/** A code pairs one device within this time. */
export const PAIRING_CODE_MS = 10 * MINUTE_MS;
/** A revoked device, or one whose window is over, hands in what it scanned for so long. */
export const LATE_UPLOAD_MS = 7 * DAY_MS;
const MOST_UNSENT = 1_000_000;

/** Capitals without those that are taken for digits or for one another: I, L and O. */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 8;
const CODE = new RegExp(`^[${LETTERS}]{${LENGTH}}$`);
/** Below it every letter is equally likely. */
const FAIR_BELOW = 256 - (256 % LETTERS.length);

/** A pairing code from random bytes; `null` if they do not suffice: ask again with more. */
export function makePairingCode(bytes: Uint8Array): string | null {
  const letters = [...bytes].filter((byte) => byte < FAIR_BELOW).map((byte) => LETTERS.charAt(byte % LETTERS.length));
  return letters.length < LENGTH ? null : letters.slice(0, LENGTH).join('');
}

/** What the console's QR code says after the address of the page: `https://…/door/#ABCDEFGH`. */
export const pairingFragment = (code: string): string => `#${code}`;

/** The code in what somebody types or a camera reads: small letters, spaces, an address that ends with it; else `null`. */
export function parsePairingCode(text: string): string | null {
  const code = plainCode(text.slice(text.lastIndexOf('#') + 1));
  return CODE.test(code) ? code : null;
}

export const NewPairingSchema = v.object({ code: v.string(), expiresAt: InstantTextSchema });

/** The body of `POST /api/v1/devices`: any text, since a code that can be none is answered like one that is gone. */
export const PairDeviceBodySchema = v.strictObject({ code: v.pipe(v.string(), v.maxLength(200, 'too-long')) });

const DoorDeviceSchema = v.object({
  id: v.string(),
  name: v.string(),
  organisation: v.string(),
  /** The window in which it checks. */
  from: InstantSchema,
  to: InstantSchema,
});

export const ListedEventSchema = v.object({
  id: EventIdSchema,
  title: v.string(),
  status: EventStatusSchema,
  startsAt: InstantSchema,
  endsAt: InstantSchema,
  /** The venue's name. */
  place: v.nullable(v.string()),
});
export type ListedEvent = v.InferOutput<typeof ListedEventSchema>;

export const PairedDeviceSchema = v.object({
  /** Shown this once. */
  token: v.string(),
  device: DoorDeviceSchema,
  events: v.array(ListedEventSchema),
});
export type PairedDevice = v.InferOutput<typeof PairedDeviceSchema>;

/** How many scans a device still holds, as it says itself. */
export const UnsentSchema = v.pipe(v.number(), v.integer('integer'), v.minValue(0), v.maxValue(MOST_UNSENT));

/** `GET /api/v1/door/events`. */
export const DoorSchema = v.object({
  now: InstantSchema,
  device: DoorDeviceSchema,
  events: v.array(
    v.object({
      ...ListedEventSchema.entries,
      /** Confirmed seats. */
      seats: v.number(),
      /** People who are in; `null`: nobody has been checked yet. */
      attended: v.nullable(v.number()),
      /** Those of them whom this device let in. */
      byDevice: v.number(),
    }),
  ),
});
export type Door = v.InferOutput<typeof DoorSchema>;

/** `GET o/devices`. */
export const DevicesSchema = v.object({
  devices: v.array(
    v.object({
      id: v.string(),
      name: v.string(),
      events: v.array(v.object({ id: v.string(), title: v.string() })),
      from: InstantTextSchema,
      to: InstantTextSchema,
      pairedAt: InstantTextSchema,
      lastContactAt: v.nullable(InstantTextSchema),
      /** Scans that it still holds, by its own last word; `null`: it has said nothing. */
      unsent: v.nullable(v.number()),
      revokedAt: v.nullable(InstantTextSchema),
      /** It has heard that it is revoked, and so has erased its list. */
      erased: v.boolean(),
      /** Scans that came in after it was revoked and wait for an editor. */
      apart: v.number(),
    }),
  ),
});
export const RevokedSchema = v.object({ revoked: v.number() });
/** Scans that count from now on. */
export const AgreedSchema = v.object({ accepted: v.number() });

export type DeviceState = 'early' | 'open' | 'over' | 'revoked' | 'gone';

/**
 * Where a device stands at `now` (epoch ms): before its window, in it, after it or revoked (both hand in what they hold for
 * 7 days), or gone.
 */
export function stateOfDevice(
  { from, to, revokedAt }: { readonly from: number; readonly to: number; readonly revokedAt: number | null },
  now: number,
): DeviceState {
  if (revokedAt !== null && revokedAt <= now) return now < revokedAt + LATE_UPLOAD_MS ? 'revoked' : 'gone';
  if (now < from) return 'early';
  if (now <= to) return 'open';
  return now < to + LATE_UPLOAD_MS ? 'over' : 'gone';
}
