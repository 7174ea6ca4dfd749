/** Everything about entry checks: what devices use, what members do with devices and scans, and the guard for devices. */
import type { FastifyInstance } from 'fastify';
import { makeDeviceFinder, requireDevice } from './access/door-devices';
import type { Guard } from './access/guard-routes';
import { deviceRoutes } from './check-ins/device-routes';
import { type DoorDeps, doorRoutes } from './check-ins/door-routes';
import { liveRoutes } from './check-ins/live-routes';

export interface DoorSide {
  readonly guard: Guard;
  readonly addRoutes: (api: FastifyInstance) => void;
}

/** Before the routes, since the guard stands before them. */
export function makeDoorSide(app: FastifyInstance, deps: Omit<DoorDeps, 'findDevice'>): DoorSide {
  const { db, now } = deps;
  app.decorateRequest('door', null);
  const findDevice = makeDeviceFinder(db, now);
  return {
    guard: requireDevice(findDevice),
    addRoutes: (api) => {
      doorRoutes(api, { ...deps, findDevice });
      deviceRoutes(api, deps);
      liveRoutes(api, deps);
    },
  };
}
