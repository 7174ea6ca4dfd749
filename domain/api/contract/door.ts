/** Schemas of entry checks. */
import * as v from 'valibot';
import {
  AgreedSchema,
  DevicesSchema,
  DoorSchema,
  NewPairingSchema,
  PairDeviceBodySchema,
  PairedDeviceSchema,
  RevokedSchema,
  UnsentSchema,
} from '../../check-in/device';
import { EnteredScansSchema, LiveScansSchema, SettledSchema } from '../../check-in/live';
import { PackSchema } from '../../check-in/pack';
import { PairingOfferSchema } from '../../check-in/pairing-offer';
import { ScanResultsSchema, ScanUploadSchema } from '../../check-in/scan';
import { SettleBodySchema } from '../../check-in/settlement';
import { EventIdSchema } from '../../event/event';
import { CHECK_INS, DOOR } from '../door';
import type { Contract } from './contract';

const TAG = 'entry checks';
const NothingSchema = v.null();
/** Any text: what can be no id is answered like one that is not there. */
const OrganisationParamsSchema = v.object({ org: v.string() });
const RowParamsSchema = v.object({ org: v.string(), id: v.string() });
const ScanParamsSchema = v.object({ org: v.string(), id: v.string(), scan: v.string() });
const UnsentQuerySchema = v.optional(
  v.pipe(v.string(), v.regex(/^\d{1,7}$/, 'unsent'), v.transform(Number), UnsentSchema),
);

export const doorContract = {
  pairDevice: {
    ...DOOR.pairDevice,
    summary: 'Pair this device with a code that an editor shows; the token is given once',
    tag: TAG,
    body: PairDeviceBodySchema,
    answers: { 201: PairedDeviceSchema },
  },
  unpairDevice: {
    ...DOOR.unpairDevice,
    summary: 'Give the pairing up; what the device still holds may be handed in for seven days',
    tag: TAG,
    answers: { 204: NothingSchema },
  },
  doorEvents: {
    ...DOOR.doorEvents,
    summary:
      'The device’s events and counts; `unsent`: how many scans it still holds. 403 `device-revoked`: erase the list',
    tag: TAG,
    query: v.object({ unsent: UnsentQuerySchema }),
    answers: { 200: DoorSchema },
  },
  pack: {
    ...DOOR.pack,
    summary: 'The list of one event, which opens with tickets alone; refused outside the device’s window',
    tag: TAG,
    query: v.object({ event: EventIdSchema }),
    answers: { 200: PackSchema },
  },
  uploadScans: {
    ...DOOR.uploadScans,
    summary: 'Up to 50 scans, answered one by one in their order; a known id gets its stored verdict',
    tag: TAG,
    body: ScanUploadSchema,
    answers: { 200: ScanResultsSchema },
  },
} as const satisfies Record<keyof typeof DOOR, Contract>;

export const checkInsContract = {
  devices: {
    ...CHECK_INS.devices,
    summary: 'Paired devices: last contact, scans they still hold, revoked or not',
    tag: TAG,
    params: OrganisationParamsSchema,
    answers: { 200: DevicesSchema },
  },
  offerPairing: {
    ...CHECK_INS.offerPairing,
    summary: 'A code that pairs one device within ten minutes, for named events and a window',
    tag: TAG,
    params: OrganisationParamsSchema,
    body: PairingOfferSchema,
    answers: { 201: NewPairingSchema },
  },
  revokeDevices: {
    ...CHECK_INS.revokeDevices,
    summary: 'Revoke all devices, and codes that nobody has used yet',
    tag: TAG,
    params: OrganisationParamsSchema,
    answers: { 200: RevokedSchema },
  },
  revokeDevice: {
    ...CHECK_INS.revokeDevice,
    summary: 'Revoke a device; for seven days it may hand in what it scanned',
    tag: TAG,
    params: RowParamsSchema,
    answers: { 204: NothingSchema },
  },
  agreeToDevice: {
    ...CHECK_INS.agreeToDevice,
    summary: 'Accept what a revoked device handed in, but for scans with another doubt',
    tag: TAG,
    params: RowParamsSchema,
    answers: { 200: AgreedSchema },
  },
  scans: {
    ...CHECK_INS.scans,
    summary: 'Counts of an event’s entry checks, by device, and the flags to settle; no names',
    tag: TAG,
    params: RowParamsSchema,
    answers: { 200: LiveScansSchema },
  },
  enterScans: {
    ...CHECK_INS.enterScans,
    summary: 'Scans by a member: by name, walk-ins, numbers on paper; answered one by one',
    tag: TAG,
    params: RowParamsSchema,
    body: EnteredScansSchema,
    answers: { 200: ScanResultsSchema },
  },
  settleScan: {
    ...CHECK_INS.settleScan,
    summary: 'Accept a flagged scan, or void it with a word',
    tag: TAG,
    params: ScanParamsSchema,
    body: SettleBodySchema,
    answers: { 200: SettledSchema },
  },
} as const satisfies Record<keyof typeof CHECK_INS, Contract>;
