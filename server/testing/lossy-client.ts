/** Talks to server processes as phones do on a bad network: answers get lost, and are asked for again. */
import { Agent, request } from 'node:http';
import * as v from 'valibot';
import { SessionAnswerSchema } from '../../domain/account';
import { anyOf, type RandomInt } from './seeded-random';

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** The connection goes down as soon as all is sent, or once the answer begins to arrive: then it was surely decided. */
const LOSSES = ['none', 'none', 'sent', 'answered'] as const;
export type Loss = (typeof LOSSES)[number];

export interface Reply {
  readonly status: number;
  readonly text: string;
}

export interface Post {
  readonly url: string;
  readonly path: string;
  readonly token?: string;
  readonly body?: unknown;
}

/** `null`: the answer was lost, or the server is gone. */
export function post({ url, path, token, body }: Post, loss: Loss = 'none'): Promise<Reply | null> {
  const text = body === undefined ? '' : JSON.stringify(body);
  return new Promise((resolve) => {
    const call = request(`${url}/api/v1/${path}`, {
      method: 'POST',
      agent,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        'content-length': Buffer.byteLength(text),
      },
    });
    const lose = (): void => {
      call.destroy();
      resolve(null);
    };
    call.on('error', lose);
    call.on('response', (response) => {
      if (loss === 'answered') {
        lose();
        return;
      }
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', lose);
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString() });
      });
    });
    call.end(text, () => {
      if (loss === 'sent') setImmediate(lose);
    });
  });
}

/** A server that sheds load says so with this; clients ask again. */
export const BUSY = 503;

/** Asks any of the servers, again and again, until one has decided. */
export async function postUntilAnswered(
  random: RandomInt,
  urls: readonly string[],
  what: Omit<Post, 'url'>,
): Promise<Reply> {
  for (;;) {
    const reply = await post({ ...what, url: anyOf(random, urls) }, anyOf(random, LOSSES));
    if (reply && reply.status !== BUSY) return reply;
  }
}

export async function openAccount(url: string): Promise<{ readonly id: string; readonly token: string }> {
  let reply: Reply | null;
  do reply = await post({ url, path: 'sessions', body: { kind: 'device' } });
  while (reply?.status === BUSY);
  const { token, account } = v.parse(SessionAnswerSchema, JSON.parse(reply?.text ?? 'null'));
  return { id: account.id, token };
}

/** At most `most` at a time. */
export async function inParallel<T>(items: readonly T[], most: number, run: (item: T) => Promise<void>): Promise<void> {
  const waiting = items.values();
  const work = async (): Promise<void> => {
    for (const item of waiting) await run(item);
  };
  await Promise.all(Array.from({ length: most }, work));
}
