/** The fake server in the place of the browser's `fetch`, with a network that can be cut. */
import * as v from 'valibot';
import type { FakeServer } from './fake-server';

const BodySchema = v.record(v.string(), v.unknown());

export interface FakeNetwork {
  readonly fetch: typeof fetch;
  isCut: boolean;
  /** Requests wait here while it is set, in order. */
  hold: Promise<void> | null;
}

export function fakeNetwork(server: FakeServer): FakeNetwork {
  const network: FakeNetwork = { fetch: send, isCut: false, hold: null };

  async function send(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
    if (network.hold !== null) await network.hold;
    if (network.isCut) throw new TypeError('Failed to fetch');
    const { method = 'GET', body } = init;
    const file = body instanceof FormData ? body.get('file') : null;
    const answer = server.answer({
      method,
      url: input instanceof Request ? input.url : input.toString(),
      ifMatch: new Headers(init.headers).get('if-match') ?? undefined,
      body: typeof body === 'string' ? v.parse(BodySchema, JSON.parse(body)) : {},
      file: file instanceof File ? file.name : null,
    });
    if (answer.file !== undefined) {
      const name = `attachment; filename*=UTF-8''${encodeURIComponent(answer.file)}`;
      return new Response('xlsx', { status: answer.status, headers: { 'content-disposition': name } });
    }
    return new Response(answer.body === undefined ? null : JSON.stringify(answer.body), { status: answer.status });
  }
  return network;
}
