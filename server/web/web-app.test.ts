import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fastify, { type FastifyInstance } from 'fastify';
import { isPageAsked, scriptHashes, webAppRoutes } from './web-app';

const PAGE = '<!doctype html><script>start()</script><div id="app"></div>';

let root: string;
let app: FastifyInstance;

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'quality-month-web-'));
  writeFileSync(join(root, 'index.html'), PAGE);
  writeFileSync(join(root, 'index.html.gz'), gzipSync(PAGE));
  app = fastify();
  await webAppRoutes(app, root);
});
afterEach(async () => {
  await app.close();
  rmSync(root, { recursive: true });
});

test.each([
  ['a browser that unpacks', 'gzip, deflate, br', 'gzip'],
  ['one that does not', 'identity', undefined],
])('/ is the app for %s', async (_name, accepted, encoding) => {
  const answer = await app.inject({ url: '/', headers: { 'accept-encoding': accepted } });
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['content-encoding']).toBe(encoding);
  expect(answer.headers['content-type']).toContain('text/html');
  expect(answer.headers['cache-control']).toBe('no-cache');
});

test('only the script of the build itself is allowed', () => {
  expect(scriptHashes(root)).toEqual(["'sha256-DIm7WJS6ZKDYe5qFLPy+h4JFI9Bol5QmYC57mt3Fb00='"]);
});

test.each([
  ['GET', '/packages/event/index?id=e', 'text/html,application/xhtml+xml', true],
  ['HEAD', '/nope', 'text/html', true],
  ['GET', '/nope', '*/*', false],
  ['GET', '/js/old.js', undefined, false],
  ['POST', '/nope', 'text/html', false],
  ['GET', '/api/v1/nope', 'text/html', false],
  ['GET', '/api?x', 'text/html', false],
  ['GET', '/apiary', 'text/html', true],
] as const)('%s %s for %s gets the app: %s', (method, url, accept, expected) => {
  expect(isPageAsked({ method, url, headers: { accept } })).toBe(expected);
});
