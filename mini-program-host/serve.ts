import { createServer, type ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, resolve } from 'node:path';
import type { AddressInfo } from 'node:net';
import { prepare } from './prepared';

export interface EngineServer {
  origin: string;
  close: () => Promise<void>;
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
};

const page = `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><link rel="icon" href="data:,">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/__engine/host.css"><link rel="stylesheet" href="/__engine/app.css"></head><body>
<script src="/__engine/host.js"></script><script src="/__engine/templates.js"></script>
<script src="/__engine/package.js?root="></script><script src="/__engine/start.js"></script></body></html>`;

/** Serves a compiled mini-program on a free loopback port. */
export async function serveApp(folder: string): Promise<EngineServer> {
  const { app, host } = await prepare(resolve(folder));
  const fixed = new Map<string, string>([
    ['/', page],
    ['/__engine/blank.html', '<!doctype html><title>blank</title><link rel="icon" href="data:,">'],
    ['/__engine/host.js', host],
    ['/__engine/host.css', await readFile(join(__dirname, 'host.css'), 'utf8')],
    ['/__engine/app.css', app.styles],
    ['/__engine/templates.js', app.templates],
    ['/__engine/start.js', `__engine.start(${JSON.stringify(app.manifest)});`],
  ]);
  const answer = async (url: URL, response: ServerResponse): Promise<void> => {
    const body =
      url.pathname === '/__engine/package.js'
        ? app.packages[url.searchParams.get('root') ?? '']
        : fixed.get(url.pathname);
    const extension = url.pathname === '/' ? '.html' : extname(url.pathname);
    response.setHeader('Content-Type', types[extension] ?? 'application/octet-stream');
    // Kept, the scripts are compiled once for all launches of a phone.
    response.setHeader('Cache-Control', url.pathname === '/' ? 'no-store' : 'max-age=3600');
    // A mini-program may not make code from strings; nor may it here.
    response.setHeader('Content-Security-Policy', "script-src 'self'");
    if (body !== undefined) {
      response.end(body);
      return;
    }
    const path = normalize(join(app.folder, decodeURIComponent(url.pathname)));
    const bytes = path.startsWith(app.folder) ? await readFile(path).catch(() => undefined) : undefined;
    response.statusCode = bytes === undefined ? 404 : 200;
    response.end(bytes ?? '');
  };
  const server = createServer((request, response) => {
    void answer(new URL(request.url ?? '/', 'http://localhost'), response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
