/**
 * The page of the door (`dist/door`), under a policy of its own: it alone may compile WebAssembly and use the camera. Its
 * worker keeps it on the device, policy and all.
 */
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const PREFIX = '/door/';
const INDEX = 'index.html';
/** The build puts a hash of the content into every name in it. */
const NAMED_BY_CONTENT = /^assets[\\/]/;

const POLICY = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');

export async function doorAppRoutes(app: FastifyInstance, root: string | null): Promise<void> {
  if (root === null || !existsSync(join(root, INDEX))) return;
  app.get('/door', (_request, reply) => reply.redirect(PREFIX));
  await app.register(fastifyStatic, {
    root,
    prefix: PREFIX,
    index: [INDEX],
    decorateReply: false,
    preCompressed: true,
    cacheControl: false,
    schemaHide: true,
    setHeaders: (response, path) => {
      const name = relative(root, path);
      response.setHeader(
        'cache-control',
        NAMED_BY_CONTENT.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
      if (!name.startsWith(INDEX)) return;
      response.setHeader('content-security-policy', POLICY);
      response.setHeader('permissions-policy', 'camera=(self)');
    },
  });
}
