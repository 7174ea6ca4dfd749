/** The API's description, written from the same schemas that check it. */
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
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
        securitySchemes: { publisher: { type: 'http', scheme: 'bearer' }, account: { type: 'http', scheme: 'bearer' } },
      },
    },
    transform: ({ schema, url }) => ({ schema: describeRoute(schema), url }),
  });
  await app.register(swaggerUi, { routePrefix: '/api/docs' });
  app.get('/api/openapi.json', { schema: { hide: true } }, () => app.swagger());
}
