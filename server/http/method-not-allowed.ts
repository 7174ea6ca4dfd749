/** A known address asked in an unknown way: 405 with what is allowed, where Fastify would say 404. */
import type { FastifyInstance, HTTPMethods } from 'fastify';
import { sendProblem } from './errors';

const METHODS: readonly HTTPMethods[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Collects the routes made after this; call the result once all are there. */
export function collectMethods(app: FastifyInstance): () => void {
  const known = new Map<string, Set<string>>();
  app.addHook('onRoute', ({ url, method }) => {
    const methods = known.get(url) ?? new Set();
    for (const each of [method].flat()) methods.add(each);
    known.set(url, methods);
  });
  return () => {
    for (const [url, allowed] of [...known]) {
      const allow = [...allowed].join(', ');
      app.route({
        url,
        method: METHODS.filter((method) => !allowed.has(method)),
        config: { access: 'public', unlisted: true },
        schema: { hide: true },
        onRequest: async (_request, reply) => sendProblem(reply.header('allow', allow), 'method-not-allowed'),
        handler: () => undefined,
      });
    }
  };
}
