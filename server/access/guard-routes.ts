/**
 * Every route names who may use it, and the guard follows from that: no route can forget it. A route that names nobody
 * stops the server's start.
 */
import type { FastifyInstance, HTTPMethods, onRequestAsyncHookHandler, RouteOptions } from 'fastify';
import type { Access, Endpoint } from '../../domain/api/endpoint';
// The route's `config` is typed there.
import type {} from '../http/add-route';

/** Refuses by sending an answer, before the body is read. */
export type Guard = (...[request, reply]: Parameters<onRequestAsyncHookHandler>) => Promise<unknown>;

export interface GuardedRoute {
  readonly method: HTTPMethods;
  /** With parameters as `:id`. */
  readonly path: string;
  readonly access: Access;
  readonly fresh: boolean;
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Every route with its access, so that a test of all routes cannot forget a new one. */
    readonly guardedRoutes: readonly GuardedRoute[];
  }
}

type AccessRules = Pick<Endpoint, 'access' | 'fresh' | 'phone'>;

/** `null`: everybody's. */
export type ChooseGuard = (rules: AccessRules) => Guard | null;

const methodsOf = ({ method }: RouteOptions): HTTPMethods[] => [method].flat();

/** Guards all routes that are registered after this. Throws at the first that names no access. */
export function guardRoutes(app: FastifyInstance, chooseGuard: ChooseGuard): void {
  const routes: GuardedRoute[] = [];
  app.decorate('guardedRoutes', routes);
  app.addHook('onRoute', (route) => {
    const { access, fresh, phone, unlisted = false } = route.config ?? {};
    if (access === undefined) throw new Error(`no access is named for ${methodsOf(route).join(', ')} ${route.url}`);
    if (unlisted) return;
    for (const method of methodsOf(route)) routes.push({ method, path: route.url, access, fresh: fresh ?? false });
    const guard = chooseGuard({ access, ...(fresh && { fresh }), ...(phone && { phone }) });
    const hook: onRequestAsyncHookHandler = async (request, reply) => guard?.(request, reply);
    if (guard) route.onRequest = [hook, ...[route.onRequest ?? []].flat()];
  });
}
