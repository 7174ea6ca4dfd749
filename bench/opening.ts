// The minute in which sign-up opens: ten thousand phones over 256 connections, for one event and for fifty.
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import * as v from 'valibot';
import { SessionAnswerSchema } from '../domain/account';
import { FeedPageSchema } from '../domain/feed/feed';
import { SignUpAnswerSchema } from '../domain/sign-up/sign-up';
import { DAY_MS, formatInstant } from '../domain/time/time';
import { openDatabase } from '../server/db/open';
import { ENCRYPTOR } from '../server/testing/app';
import { bodyOf } from '../server/testing/content';
import { type Engine, makeDatabase } from '../server/testing/database';
import { publishTo } from '../server/testing/http-client';
import { findBrokenInvariants, readSeats } from '../server/testing/invariants';
import { inParallel } from '../server/testing/lossy-client';
import { VISIT } from '../server/testing/participants';
import { PII_KEYS, startServer, type ServerProcess } from '../server/testing/server-process';
import { type Figure, percentile } from './figure';
import { getRaw, startBare } from './http';

const TOPIC = 'The opening minute';
const PHONES = Number(process.env.OPENING_PHONES ?? '10000');
const CONNECTIONS = 256;
const SEATS = PHONES / 5;
const REGION = '540000';
const BEAT_MS = 50;
const NAMES = { postgres: 'PostgreSQL, two processes', embedded: 'PGlite' } as const;
const PROCESSES = { postgres: 2, embedded: 1 } as const;

type Step = 'session' | 'feed' | 'seats' | 'sign-up' | 'own';

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly sentAt: number;
  readonly answeredAt: number;
}

class Phones {
  readonly times = new Map<Step, number[]>();
  readonly refused: string[] = [];
  private readonly agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });

  ask(step: Step, url: string, { token, body }: { token?: string; body?: unknown } = {}): Promise<Answer> {
    const sentAt = performance.now();
    return new Promise((resolve, reject) => {
      const headers = {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      };
      const method = body === undefined ? 'GET' : 'POST';
      const asked = request(url, { agent: this.agent, method, headers }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => {
          const answeredAt = performance.now();
          const { statusCode: status = 0 } = answer;
          const times = this.times.get(step) ?? [];
          this.times.set(step, times);
          times.push(answeredAt - sentAt);
          if (status >= 400) this.refused.push(`${step} ${status}`);
          resolve({ status, text: Buffer.concat(parts).toString(), sentAt, answeredAt });
        });
      });
      asked.on('error', reject);
      asked.end(body === undefined ? undefined : JSON.stringify(body));
    });
  }

  timesOf(step: Step): string {
    const times = this.times.get(step) ?? [];
    return `${percentile(times, 0.5).toFixed(0)}/${percentile(times, 0.99).toFixed(0)}`;
  }

  close(): void {
    this.agent.destroy();
  }
}

interface SignedUp {
  readonly id: string;
  readonly eventId: string;
  readonly sentAt: number;
  readonly answeredAt: number;
}

/** Pairs of one event in which somebody was answered before the other asked, and yet came after them. */
function overtaken(inOrder: readonly (SignedUp | undefined)[]): number {
  let latestSent = -Infinity;
  let count = 0;
  for (const one of inOrder) {
    if (!one) continue;
    if (one.answeredAt < latestSent) count += 1;
    latestSent = Math.max(latestSent, one.sentAt);
  }
  return count;
}

async function longestSilence(url: string, isOver: () => boolean): Promise<number> {
  let longest = 0;
  while (!isOver()) {
    const begun = performance.now();
    await (await fetch(`${url}/healthz`)).arrayBuffer();
    longest = Math.max(longest, performance.now() - begun);
    await new Promise((resolve) => setTimeout(resolve, BEAT_MS));
  }
  return longest;
}

/** The same client against a bare `node:http` that sends this very answer, in ms. */
async function bareTimes(url: string): Promise<string> {
  const bare = await startBare(await getRaw(url));
  const phones = new Phones();
  try {
    await inParallel([...Array(PHONES).keys()], CONNECTIONS, async () => {
      await phones.ask('own', bare.origin);
    });
    return phones.timesOf('own');
  } finally {
    phones.close();
    bare.stop();
  }
}

async function open(engine: Engine, events: number): Promise<Figure[]> {
  const made = await makeDatabase(engine);
  const environment = { ...made.environment, SAMPLE: 'on', PII_KEYS };
  const servers: ServerProcess[] = [];
  const phones = new Phones();
  try {
    for (let count = 0; count < PROCESSES[engine]; count += 1) servers.push(await startServer(environment));
    const urlOf = (index: number): string => servers[index % servers.length]?.url ?? '';
    const at = (days: number): string => formatInstant(Date.now() + days * DAY_MS);
    const page = await fetch(`${urlOf(0)}/api/v1/feed?region=${REGION}`);
    const { campaign } = v.parse(FeedPageSchema, await page.json());
    const signUp = { form: 'visit', opensAt: at(-1), closesAt: at(9), maxParty: 4, capacity: SEATS / events } as const;
    const held = { campaign: campaign?.id ?? '', programmeId: 't058', startsAt: at(10), endsAt: at(11), signUp };
    for (let index = 0; index < events; index += 1) await publishTo(urlOf(0), `e${index}`, bodyOf(held));

    const signedUp = new Map<string, SignedUp>();
    let isOver = false;
    const silence = longestSilence(urlOf(0), () => isOver);
    const begun = performance.now();
    await inParallel([...Array(PHONES).keys()], CONNECTIONS, async (index) => {
      const api = `${urlOf(index)}/api/v1`;
      const eventId = `e${index % events}`;
      const { text } = await phones.ask('session', `${api}/sessions`, { body: { kind: 'device' } });
      const { token } = v.parse(SessionAnswerSchema, JSON.parse(text));
      await phones.ask('feed', `${api}/feed?region=${REGION}`);
      await phones.ask('seats', `${api}/availability?ids=${eventId}`);
      const id = randomUUID();
      const body = { id, eventId, consent: campaign?.consent.version, form: { ...VISIT, partySize: 1 } };
      const answer = await phones.ask('sign-up', `${api}/sign-ups`, { token, body });
      if (answer.status === 201) {
        v.parse(SignUpAnswerSchema, JSON.parse(answer.text));
        signedUp.set(id, { id, eventId, sentAt: answer.sentAt, answeredAt: answer.answeredAt });
      }
      await phones.ask('own', `${api}/sign-ups`, { token });
    });
    const seconds = (performance.now() - begun) / 1000;
    isOver = true;
    const longest = await silence;
    const bare = await bareTimes(`${urlOf(0)}/api/v1/availability?ids=e0`);
    for (const server of servers) {
      server.kill('SIGTERM');
      await server.ended;
    }
    const database = await openDatabase(made.options, { onConnectionLost: () => undefined });
    const seats = (await readSeats(database.db)).filter(({ event }) => /^e\d+$/.test(event.id));
    await database.close();
    const broken = seats.flatMap((each) => findBrokenInvariants(each, ENCRYPTOR));
    const passed = seats.reduce((sum, { rows }) => sum + overtaken(rows.map(({ id }) => signedUp.get(id))), 0);
    const taken = seats.reduce((sum, { event }) => sum + event.taken, 0);
    const stored = seats.reduce((sum, { rows }) => sum + rows.length, 0);
    const name = `${PHONES} phones, ${events === 1 ? 'one event' : `${events} events`}, ${NAMES[engine]}`;
    const isKept = broken.length === 0 && passed === 0 && stored === PHONES && taken === SEATS;
    return [
      {
        topic: TOPIC,
        name: `${name}: sign-up p50/p99`,
        value: `${phones.timesOf('sign-up')} ms, ${seconds.toFixed(0)} s in all`,
        yardstick: `bare node:http, one request each ${bare} ms`,
      },
      {
        topic: TOPIC,
        name: `${name}: session, feed, seats, own sign-ups p50/p99`,
        value: `${(['session', 'feed', 'seats', 'own'] as const).map((step) => phones.timesOf(step)).join(', ')} ms`,
        yardstick: `/healthz at most ${longest.toFixed(0)} ms`,
      },
      {
        topic: TOPIC,
        name: `${name}: refused; overtaken; broken rules`,
        value: `${phones.refused.length}; ${passed}; ${broken.length}`,
        yardstick: `${taken} of ${SEATS} seats, ${stored} sign-ups`,
        target: 'none, order kept',
        met: phones.refused.length === 0 && isKept,
      },
    ];
  } finally {
    phones.close();
    await made.remove();
  }
}

export async function benchOpening(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const engine of ['postgres', 'embedded'] as const) {
    for (const events of [1, 50]) {
      figures.push(...(await open(engine, events)));
      console.error(
        figures
          .slice(-3)
          .map(({ name, value }) => `${name}: ${value}`)
          .join('\n'),
      );
    }
  }
  return figures;
}
