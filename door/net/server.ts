/** How the door asks the server: a bound in time, and an answer that is parsed, or why there is none. */
import * as v from 'valibot';
import { DoorSchema, PairedDeviceSchema, type Door, type PairedDevice } from '../../domain/check-in/device';
import { PackSchema, type WirePack } from '../../domain/check-in/pack';
import { ScanResultsSchema, type Scan, type ScanResult } from '../../domain/check-in/scan';
import { addressOf, type Endpoint } from '../../domain/api/endpoint';
import { DOOR } from '../../domain/api/door';
import { ANSWER_MS } from '../../domain/check-in/door-state';
import { formatInstant } from '../../domain/time/time';

/** `offline`: surely not arrived, or no answer. `timeout`: it may have arrived. */
export type Failure = 'offline' | 'timeout' | 'server' | 'unknown-device' | 'revoked' | 'refused' | 'busy';
export type Asked<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

const PATIENCE_MS = 10_000;

interface Question {
  readonly token?: string | null;
  readonly body?: unknown;
  readonly query?: Readonly<Record<string, string | number>>;
  readonly patienceMs?: number;
}

async function send(endpoint: Endpoint, question: Question): Promise<Asked<Response>> {
  const { token = null, body, query = {}, patienceMs = PATIENCE_MS } = question;
  const stop = new AbortController();
  const timer = setTimeout(() => {
    stop.abort();
  }, patienceMs);
  try {
    const response = await fetch(addressOf({ path: endpoint.path }, {}, query), {
      method: endpoint.method,
      credentials: 'omit',
      cache: 'no-store',
      signal: stop.signal,
      headers: {
        ...(token !== null && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (response.ok || response.status === 304) return { ok: true, value: response };
    return { ok: false, failure: await failureOf(response) };
  } catch {
    // A connection that broke may have carried the request.
    return { ok: false, failure: stop.signal.aborted ? 'timeout' : 'offline' };
  } finally {
    clearTimeout(timer);
  }
}

const CodeSchema = v.object({ code: v.string() });

async function failureOf(response: Response): Promise<Failure> {
  const { status } = response;
  if (status === 401) return 'unknown-device';
  if (status === 429) return 'busy';
  if (status >= 500 || status === 408) return 'server';
  const problem = v.safeParse(CodeSchema, await response.json().catch(() => null));
  return problem.success && problem.output.code === 'device-revoked' ? 'revoked' : 'refused';
}

async function ask<T>(endpoint: Endpoint, schema: v.GenericSchema<unknown, T>, question: Question): Promise<Asked<T>> {
  const sent = await send(endpoint, question);
  if (!sent.ok) return sent;
  const parsed = v.safeParse(schema, await sent.value.json().catch(() => null));
  return parsed.success ? { ok: true, value: parsed.output } : { ok: false, failure: 'server' };
}

export interface ServerAnswers {
  readonly results: readonly ScanResult[];
  readonly revoked?: true | undefined;
}

export const server = {
  pair: (code: string): Promise<Asked<PairedDevice>> => ask(DOOR.pairDevice, PairedDeviceSchema, { body: { code } }),
  unpair: (token: string): Promise<Asked<Response>> => send(DOOR.unpairDevice, { token }),
  door: (token: string, unsent: number): Promise<Asked<Door>> =>
    ask(DOOR.doorEvents, DoorSchema, { token, query: { unsent }, patienceMs: ANSWER_MS }),
  /** As it was sent, to be stored so. */
  pack: async (token: string, event: string): Promise<Asked<WirePack>> => {
    const sent = await send(DOOR.pack, { token, query: { event } });
    if (!sent.ok) return sent;
    const wire: unknown = await sent.value.json().catch(() => null);
    return v.is(PackSchema, wire) ? { ok: true, value: wire } : { ok: false, failure: 'server' };
  },
  scans: (token: string, scans: readonly Scan[], unsent: number, patienceMs?: number): Promise<Asked<ServerAnswers>> =>
    ask(DOOR.uploadScans, ScanResultsSchema, {
      token,
      body: { scans: scans.map((scan) => ({ ...scan, at: formatInstant(scan.at) })), unsent },
      ...(patienceMs !== undefined && { patienceMs }),
    }),
};
export type Server = typeof server;
