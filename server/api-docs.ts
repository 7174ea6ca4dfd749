/** The API's description, written from the same schemas that check it. */
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { OPERATIONS } from '../domain/api/operations';
import { addHiddenRoute } from './http/add-route';
import { SESSION_COOKIE } from './http/session-cookie';
import { describeRoute } from './http/validation';

/** Before the routes, since it collects them as they are made. */
export async function apiDocs(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: '质量月 API',
        version: '1',
        description: 'Times are ISO 8601 with offset; coordinates GCJ-02; regions GB/T 2260. Errors are RFC 9457.',
      },
      components: {
        securitySchemes: {
          publisher: { type: 'http', scheme: 'bearer' },
          account: { type: 'http', scheme: 'bearer' },
          device: { type: 'http', scheme: 'bearer' },
          staff: { type: 'apiKey', in: 'cookie', name: SESSION_COOKIE },
        },
      },
    },
    transform: ({ schema, url }) => ({ schema: describeRoute(schema), url }),
  });
  await app.register(swaggerUi, { routePrefix: '/api/docs' });
}

export function describeApi(app: FastifyInstance): void {
  let written: string | undefined;
  addHiddenRoute(app, OPERATIONS.description, (_request, reply) => {
    // Some 50 ms of work, done once; the routes are all known when the first request comes.
    written ??= JSON.stringify(app.swagger());
    return reply.type('application/json; charset=utf-8').send(written);
  });
}
