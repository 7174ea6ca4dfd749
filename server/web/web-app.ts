/** The browser build of the app, and what its pages may load. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';

const INDEX = 'index.html';
const INLINE_SCRIPT = /<script>([\s\S]*?)<\/script>/g;
/** The build puts a hash of the content into every name in these. */
const NAMED_BY_CONTENT = /^(js|css|chunk|static)[\\/]/;

/** The build's own inline script is allowed by its hash; any other would not run. */
export function scriptHashes(root: string | null): string[] {
  if (root === null || !existsSync(join(root, INDEX))) return [];
  const html = readFileSync(join(root, INDEX), 'utf8');
  return [...html.matchAll(INLINE_SCRIPT)].map(
    ([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  );
}

/** A page that somebody looks for, not a part of one: addresses that chat apps or people have bent. */
export function isPageAsked({
  method,
  url,
  headers,
}: Pick<FastifyRequest, 'method' | 'url'> & { readonly headers: { readonly accept?: string | undefined } }): boolean {
  const isReading = method === 'GET' || method === 'HEAD';
  return isReading && !/^\/api(?:[/?]|$)/.test(url) && (headers.accept ?? '').includes('text/html');
}

/** Whether there is an app to answer with. */
export const hasApp = (root: string | null): boolean => root !== null && existsSync(join(root, INDEX));

export async function webAppRoutes(app: FastifyInstance, root: string | null): Promise<void> {
  if (root === null || !existsSync(join(root, INDEX))) return;
  await app.register(fastifyStatic, {
    root,
    // As a list: given a name, the plugin looks for no compressed form of it and says that the page is missing.
    index: [INDEX],
    preCompressed: true,
    cacheControl: false,
    schemaHide: true,
    setHeaders: (response, path) => {
      const lasting = NAMED_BY_CONTENT.test(relative(root, path)) ? 'public, max-age=31536000, immutable' : 'no-cache';
      response.setHeader('cache-control', lasting);
    },
  });
}
