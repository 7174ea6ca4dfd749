/** The organisers' console: its files, and its page under a policy of its own. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { sendProblem } from '../http/errors';
import { isPageAsked } from './web-app';

const PREFIX = '/console/';
const INDEX = 'index.html';
/** What the build leaves in the page for the nonce (console/vite.config.mts). */
const PLACEHOLDER = /__NONCE__/g;
/** The build puts a hash of the content into every name in it. */
const NAMED_BY_CONTENT = /^assets[\\/]/;

/** Only the build's own files run; antd's style elements carry the nonce. No page may frame it. */
const policyFor = (nonce: string): string =>
  [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');

export async function consoleAppRoutes(app: FastifyInstance, root: string | null): Promise<void> {
  if (root === null || !existsSync(join(root, INDEX))) return;
  const page = readFileSync(join(root, INDEX), 'utf8');
  const sendPage = (reply: FastifyReply): FastifyReply => {
    const nonce = randomBytes(16).toString('base64');
    return reply
      .header('content-security-policy', policyFor(nonce))
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(page.replace(PLACEHOLDER, nonce));
  };
  app.get('/console', (_request, reply) => reply.redirect(PREFIX));
  await app.register(
    async (scope) => {
      scope.get('/', (_request, reply) => sendPage(reply));
      // An address of a screen: the page itself reads it.
      scope.setNotFoundHandler((request, reply) =>
        isPageAsked(request) ? sendPage(reply) : sendProblem(reply, 'not-found'),
      );
      await scope.register(fastifyStatic, {
        root,
        index: false,
        decorateReply: false,
        preCompressed: true,
        cacheControl: false,
        schemaHide: true,
        allowedPath: (path) => !path.endsWith(INDEX),
        setHeaders: (response, path) => {
          const lasting = NAMED_BY_CONTENT.test(relative(root, path))
            ? 'public, max-age=31536000, immutable'
            : 'no-cache';
          response.setHeader('cache-control', lasting);
        },
      });
    },
    { prefix: PREFIX },
  );
}
