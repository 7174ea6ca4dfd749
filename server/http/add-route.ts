/** Registers an endpoint of `domain/api`: its path, access, schemas and description come from the table, never from here. */
import type { FastifyInstance, FastifyReply, FastifyRequest, FastifySchema } from 'fastify';
import type * as v from 'valibot';
import type { Contract } from '../../domain/api/contract/contract';
import { type Access, type Endpoint, isAction } from '../../domain/api/endpoint';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may use the route; without it the server does not start (server/access/guard-routes.ts). */
    readonly access?: Access;
    readonly fresh?: true;
    readonly phone?: true;
    /** Refuses a method that the path does not have: not among the routes that tests ask. */
    readonly unlisted?: boolean;
  }
}

type Output<Schema> = Schema extends v.GenericSchema ? v.InferOutput<Schema> : unknown;

/** What a handler reads, as the schemas put it out. */
export type EndpointRequest<C extends Contract> = FastifyRequest<{
  Body: C extends { body: infer Schema } ? Output<Schema> : unknown;
  Querystring: C extends { query: infer Schema } ? Output<Schema> : unknown;
  Params: C extends { params: infer Schema } ? Output<Schema> : unknown;
}>;

/** The name of the scheme in the API's description. */
function securityOf(access: Access): NonNullable<FastifySchema['security']> {
  if (isAction(access)) return [{ staff: [] }];
  switch (access) {
    case 'public':
      return [];
    case 'account':
    case 'publisher':
    case 'staff':
    case 'device':
      return [{ [access]: [] }];
  }
}

function schemaOf({ summary, tag, params, query, body, answers, access }: Contract): FastifySchema {
  const security = securityOf(access);
  return {
    summary,
    tags: [tag],
    ...(security.length > 0 && { security }),
    ...(params && { params }),
    ...(query && { querystring: query }),
    ...(body && { body }),
    ...(answers && { response: answers }),
  };
}

export function addRoute<const C extends Contract>(
  app: FastifyInstance,
  contract: C,
  handler: (request: EndpointRequest<C>, reply: FastifyReply) => unknown,
): void {
  const { method, path: url, access, fresh, phone } = contract;
  app.route<{
    Body: EndpointRequest<C>['body'];
    Querystring: EndpointRequest<C>['query'];
    Params: EndpointRequest<C>['params'];
  }>({
    method,
    url,
    config: { access, ...(fresh && { fresh }), ...(phone && { phone }) },
    schema: schemaOf(contract),
    handler: (request, reply) => handler(request as unknown as EndpointRequest<C>, reply),
  });
}

/** A route that the API's description leaves out, and that checks what it is sent by itself. */
export function addHiddenRoute(
  app: FastifyInstance,
  { method, path: url, access }: Pick<Endpoint, 'method' | 'path' | 'access'>,
  handler: (request: FastifyRequest, reply: FastifyReply) => unknown,
  config: Readonly<Record<string, unknown>> = {},
): void {
  app.route({ method, url, config: { access, ...config }, schema: { hide: true }, handler });
}
