/** Entry checks: what a paired device uses, and what members do with devices and scans. */
import type { EndpointTable } from './endpoint';

const D = '/api/v1/organisations/:org/devices';
const S = '/api/v1/organisations/:org/events/:id/scans';

/** For a device with a token of its own; pairing needs only the code. */
export const DOOR = {
  pairDevice: { method: 'POST', path: '/api/v1/devices', access: 'public' },
  unpairDevice: { method: 'DELETE', path: '/api/v1/devices/current', access: 'device' },
  doorEvents: { method: 'GET', path: '/api/v1/door/events', access: 'device' },
  pack: { method: 'GET', path: '/api/v1/door/pack', access: 'device' },
  uploadScans: { method: 'POST', path: '/api/v1/door/scans', access: 'device' },
} as const satisfies EndpointTable;

export const CHECK_INS = {
  devices: { method: 'GET', path: D, access: 'device:manage' },
  offerPairing: { method: 'POST', path: `${D}/pairings`, access: 'device:manage' },
  revokeDevices: { method: 'DELETE', path: D, access: 'device:manage', fresh: true },
  revokeDevice: { method: 'DELETE', path: `${D}/:id`, access: 'device:manage', fresh: true },
  /** Accepts what a revoked device handed in. */
  agreeToDevice: { method: 'POST', path: `${D}/:id/agree`, access: 'scan:settle' },
  scans: { method: 'GET', path: S, access: 'event:count', phone: true },
  enterScans: { method: 'POST', path: S, access: 'door:check', phone: true },
  settleScan: { method: 'POST', path: `${S}/:scan/settle`, access: 'scan:settle' },
} as const satisfies EndpointTable;
