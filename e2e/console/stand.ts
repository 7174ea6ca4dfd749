/** The built console under the server's own policy, before the fake staff API. */
import path from 'node:path';
import fastify, { type FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { FakeServer } from '../../console/testing/fake-server';
import { consoleAppRoutes } from '../../server/web/console-app';

const BUILD = path.resolve(__dirname, '../../dist/console');
const BodySchema = v.fallback(v.record(v.string(), v.unknown()), {});

export interface ConsoleStand {
  readonly address: string;
  readonly server: FakeServer;
  readonly close: () => Promise<void>;
}

function fileNameIn(body: unknown): string | null {
  return Buffer.isBuffer(body) ? (/filename="([^"]+)"/.exec(body.toString('latin1'))?.[1] ?? null) : null;
}

export async function startConsoleStand(): Promise<ConsoleStand> {
  const server = new FakeServer();
  const app: FastifyInstance = fastify();
  app.addContentTypeParser('multipart/form-data', { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body);
  });
  app.all('/api/*', (request, reply) => {
    const answer = server.answer({
      method: request.method,
      url: request.url,
      ifMatch: request.headers['if-match'],
      body: v.parse(BodySchema, request.body),
      file: fileNameIn(request.body),
    });
    void reply.code(answer.status);
    if (answer.file === undefined) return reply.send(answer.body);
    return reply
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(answer.file)}`)
      .type('application/octet-stream')
      .send('xlsx');
  });
  await consoleAppRoutes(app, BUILD);
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  return { address, server, close: () => app.close() };
}
