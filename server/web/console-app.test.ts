import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify, { type FastifyInstance } from 'fastify';
import { consoleAppRoutes } from './console-app';

const PAGE = '<!doctype html><script type="module" src="/console/assets/a.js" nonce="__NONCE__"></script>';

let root: string;
let app: FastifyInstance;

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'quality-month-console-'));
  writeFileSync(join(root, 'index.html'), PAGE);
  mkdirSync(join(root, 'assets'));
  writeFileSync(join(root, 'assets/a.js'), 'start()');
  app = fastify();
  await consoleAppRoutes(app, root);
});
afterEach(async () => {
  await app.close();
  rmSync(root, { recursive: true });
});

const ask = (url: string, accept = 'text/html') => app.inject({ url, headers: { accept } });

test.each(['/console/', '/console/o/lasa/events?state=draft', '/console/invitation/abc', '/console/index.html'])(
  '%s is the page, under a nonce of its own',
  async (url) => {
    const [one, other] = [await ask(url), await ask(url)];
    for (const answer of [one, other]) {
      expect(answer.statusCode).toBe(200);
      const [, nonce = ''] = /nonce="([^"]+)"/.exec(answer.body) ?? [];
      expect(nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/);
      const policy = String(answer.headers['content-security-policy']);
      expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`);
      expect(policy).not.toContain('unsafe');
      expect(policy).toContain("frame-ancestors 'none'");
      expect(answer.headers['cache-control']).toBe('no-store');
    }
    expect(one.body).not.toBe(other.body);
  },
);

test('/console leads to its page', async () => {
  const answer = await ask('/console');
  expect([answer.statusCode, answer.headers.location]).toEqual([302, '/console/']);
});

test('a file of the build lasts, one that is gone is missing and no page', async () => {
  const file = await ask('/console/assets/a.js', '*/*');
  expect([file.body, file.headers['cache-control']]).toEqual(['start()', 'public, max-age=31536000, immutable']);
  const gone = await ask('/console/assets/old.js', '*/*');
  expect(gone.statusCode).toBe(404);
  expect(gone.json()).toMatchObject({ code: 'not-found' });
});
