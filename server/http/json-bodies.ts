import type { FastifyInstance } from 'fastify';

/** WeChat calls every POST and DELETE JSON, those that carry nothing too: nothing is a body left out. */
export function parseJsonBodies(app: FastifyInstance): void {
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null);
    else void parseJson(request, body.toString(), done);
  });
}
