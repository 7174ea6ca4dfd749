/** The one way to call the server: an endpoint, what it is asked, and a parsed value or a failure as a value. */
import * as v from 'valibot';
import type { FieldError } from '../../domain/problem/field-error';
import { ProblemSchema } from '../../domain/problem/problem';
import { type Answer, type Method, request } from '../platform/request';
import { syncClock } from './now';

export interface Endpoint<Value> {
  readonly method: Method;
  /** `/api/v1/events/:id` */
  readonly path: string;
  readonly answer: v.GenericSchema<unknown, Value>;
}

export interface Question {
  /** For the `:names` of the path. */
  readonly params?: Readonly<Record<string, string>>;
  /** Left out where `undefined`. */
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: unknown;
  readonly timeoutMs?: number;
  /** The version that was seen. */
  readonly ifMatch?: number;
}

/**
 * `timeout`, `garbage`: it may have arrived all the same. `http`: the server refused or failed; `code` is that of its
 * problem (RFC 9457), `null` where it sent none. `no-session`: there is no account yet, and none was to be made.
 * `wechat`: WeChat does not tell who this is.
 */
export type CallFailure =
  | { readonly ok: false; readonly reason: 'offline' | 'timeout' | 'garbage' | 'no-session' | 'wechat' }
  | {
      readonly ok: false;
      readonly reason: 'http';
      readonly status: number;
      readonly code: string | null;
      readonly fieldErrors: readonly FieldError[];
      /** How long the server asks to be left alone; `null`: it does not say. */
      readonly retryAfterMs: number | null;
    };

/** `body`: the answer as it came, unparsed. */
export type Called<Value> = { readonly ok: true; readonly value: Value; readonly body: unknown } | CallFailure;

const TIMEOUT_MS = 10_000;

/** For an answer that nothing is read from. */
export const NOTHING: v.GenericSchema<unknown, unknown> = v.unknown();

function addressOf(path: string, { params = {}, query = {} }: Question): string {
  const filled = path.replace(/:([a-zA-Z]+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const asked = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return asked.length === 0 ? filled : `${filled}?${asked.join('&')}`;
}

function toRefusal({ status, problem, retryAfterMs }: Extract<Answer, { reason: 'http' }>): CallFailure {
  const parsed = v.safeParse(ProblemSchema, problem);
  const { code = null, errors = [] } = parsed.success ? parsed.output : {};
  return { ok: false, reason: 'http', status, code, fieldErrors: errors, retryAfterMs };
}

/** Asks the server, as nobody or with a session's token. */
export async function call<Value>(
  { method, path, answer: schema }: Endpoint<Value>,
  question: Question = {},
  token?: string,
): Promise<Called<Value>> {
  const { body, ifMatch, timeoutMs = TIMEOUT_MS } = question;
  const answer = await request(method, addressOf(path, question), { timeoutMs, token, body, ifMatch });
  if (!answer.ok) return answer.reason === 'http' ? toRefusal(answer) : answer;
  const parsed = v.safeParse(schema, answer.body);
  if (!parsed.success) return { ok: false, reason: 'garbage' };
  // An answer that does not parse may come from a captive portal, whose clock is not ours.
  if (answer.clock !== null) syncClock(answer.clock);
  return { ok: true, value: parsed.output, body: answer.body };
}

/** Whether the failure says nothing of what was asked: it is worth asking again, and nothing that was typed is wrong. */
export function isPassing(failure: CallFailure): boolean {
  if (failure.reason !== 'http') return true;
  const { status } = failure;
  return status >= 500 || status === 429 || status === 408 || status === 401;
}

/** Whether the server was not reached. */
export function isUnreached({ reason }: CallFailure): boolean {
  return reason === 'offline' || reason === 'timeout' || reason === 'wechat';
}

/** Milliseconds for which a server that has too much to do (429, 503) asks to be left alone; `null`: it does not. */
export function busyFor(failure: CallFailure): number | null {
  return failure.reason === 'http' && (failure.status === 429 || failure.status === 503) ? failure.retryAfterMs : null;
}
