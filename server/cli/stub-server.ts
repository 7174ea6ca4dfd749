/** A stand-in for the feed server: keeps what it is sent, or answers what a test tells it to. It has one campaign, `open`. */
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly authorization: string | undefined;
  readonly body: unknown;
}

type Answer = (response: ServerResponse, received: Received) => void;

export interface StubServer {
  readonly url: string;
  readonly received: readonly Received[];
  /** Answers for the next requests, one each; after them it publishes as the real one would. */
  readonly script: (...answers: Answer[]) => void;
  readonly close: () => Promise<void>;
}

export function sendJson(response: ServerResponse, status: number, body: unknown, headers = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

export function problem(status: number, code: string, errors?: unknown, headers = {}): Answer {
  return (response) => {
    sendJson(response, status, { type: 'about:blank', title: `title of ${code}`, status, code, errors }, headers);
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

/** `feed`: what it answers when it is asked for the campaign `open`. */
export async function startStub(feed: unknown): Promise<StubServer> {
  const received: Received[] = [];
  const answers: Answer[] = [];
  const published = new Map<string, string>();

  const publish: Answer = (response, { url = '', body }) => {
    const before = published.get(url);
    const after = JSON.stringify(body);
    published.set(url, after);
    const outcome = before === undefined ? 'created' : before === after ? 'unchanged' : 'updated';
    sendJson(response, before === undefined ? 201 : 200, { event: body, outcome });
  };

  const server = createServer((request, response) => {
    if (request.method === 'GET') {
      const isOpen = request.url?.endsWith('campaign=open') === true;
      if (isOpen) sendJson(response, 200, feed);
      else sendJson(response, 404, { code: 'not-found' });
      return;
    }
    void readBody(request).then((text) => {
      const { method, url, headers } = request;
      const one = { method, url, authorization: headers.authorization, body: JSON.parse(text) as unknown };
      received.push(one);
      (answers.shift() ?? publish)(response, one);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    script: (...next) => answers.push(...next),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
