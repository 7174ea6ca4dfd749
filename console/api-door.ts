/** Devices and checks at the door: apart from what every screen loads first. */
import { checkInsContract as checkIns } from '../domain/api/contract/door';
import { plain, to } from './api';

export const DOOR_API = {
  devices: to(checkIns.devices, checkIns.devices.answers[200]),
  offerPairing: to(checkIns.offerPairing, checkIns.offerPairing.answers[201]),
  revokeDevice: plain(checkIns.revokeDevice),
  revokeDevices: to(checkIns.revokeDevices, checkIns.revokeDevices.answers[200]),
  agreeToDevice: to(checkIns.agreeToDevice, checkIns.agreeToDevice.answers[200]),
  liveScans: to(checkIns.scans, checkIns.scans.answers[200]),
  enterScans: to(checkIns.enterScans, checkIns.enterScans.answers[200]),
  settleScan: to(checkIns.settleScan, checkIns.settleScan.answers[200]),
} as const;
