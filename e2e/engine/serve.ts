import { createServer, type ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, resolve } from 'node:path';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import { compileApp, type CompiledApp } from './compile';

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

let hostScript: Promise<string> | undefined;

/** The host is the same for every app and every test file's launches: bundled once a process. */
function bundleHost(): Promise<string> {
  hostScript ??= build({
    entryPoints: [join(__dirname, 'host.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'chrome120',
    sourcemap: 'inline',
    logLevel: 'silent',
  }).then((result) => result.outputFiles[0]?.text ?? '');
  return hostScript;
}

const compiled = new Map<string, CompiledApp>();

/** A build does not change while it is tested: each is compiled once a process. */
function compileOnce(folder: string): CompiledApp {
  const app = compiled.get(folder) ?? compileApp(folder);
  compiled.set(folder, app);
  return app;
}

/** Serves a compiled mini-program on a free loopback port. */
export async function serveApp(folder: string): Promise<EngineServer> {
  const app = compileOnce(resolve(folder));
  const fixed = new Map<string, string>([
    ['/', page],
    ['/__engine/blank.html', '<!doctype html><title>blank</title><link rel="icon" href="data:,">'],
    ['/__engine/host.js', await bundleHost()],
    ['/__engine/host.css', await readFile(join(__dirname, 'host.css'), 'utf8')],
    ['/__engine/app.css', app.styles],
    ['/__engine/templates.js', app.templates],
    ['/__engine/start.js', `__engine.start(${JSON.stringify(app.manifest)});`],
  ]);
  const answer = async (url: URL, response: ServerResponse): Promise<void> => {
    const body =
      url.pathname === '/__engine/package.js'
        ? app.packages.get(url.searchParams.get('root') ?? '')
        : fixed.get(url.pathname);
    const extension = url.pathname === '/' ? '.html' : extname(url.pathname);
    response.setHeader('Content-Type', types[extension] ?? 'application/octet-stream');
    response.setHeader('Cache-Control', 'no-store');
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
