/** The app's own routes, so that a test of all routes cannot forget a new one. */
import type { FastifyInstance } from 'fastify';
import type { GuardedRoute } from '../access/guard-routes';

export type Route = GuardedRoute;

export const nameOf = ({ method, path }: Pick<Route, 'method' | 'path'>): string => `${method} ${path}`;

export const routesOf = (app: FastifyInstance): readonly Route[] => app.guardedRoutes;

export const isWriting = ({ method }: Route): boolean => method !== 'GET' && method !== 'HEAD';
