/** HTTP as values: nothing here throws, and nothing here takes longer than it was given. */
import Taro from '@tarojs/taro';
import type { ClockReading } from '../../domain/time/clock';
import { parseHttpDate } from '../../domain/time/time';
import { phoneNow } from './clock';

interface Answered {
  readonly ok: true;
  readonly status: number;
  readonly body: unknown;
  /** The server's clock at the answer; `null` if it did not say. */
  readonly clock: ClockReading | null;
}
type Unanswered =
  | { readonly ok: false; readonly reason: 'offline' | 'timeout' | 'garbage' }
  /**
   * A status outside 2xx. `problem` is the body where it is JSON (RFC 9457), unparsed; `retryAfterMs` is how long the
   * server asks to be left alone (`Retry-After` in seconds, RFC 9110, section 10.2.3), `null` where it does not say.
   */
  | {
      readonly ok: false;
      readonly reason: 'http';
      readonly status: number;
      readonly problem: unknown;
      readonly retryAfterMs: number | null;
    };
export type Answer = Answered | Unanswered;

export interface RequestOptions {
  readonly timeoutMs: number;
  /** Who asks: a session's token. */
  readonly token?: string | undefined;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** The version that was seen, for what others may have changed meanwhile. */
  readonly ifMatch?: number | undefined;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Header names keep their case on some phones and lose it on others. */
function header(headers: unknown, name: string): string {
  for (const [key, value] of Object.entries(headers ?? {})) if (key.toLowerCase() === name) return String(value);
  return '';
}

function readRetryAfter(headers: unknown): number | null {
  const seconds = /^\d{1,6}$/.exec(header(headers, 'retry-after'))?.[0];
  return seconds === undefined ? null : Number(seconds) * 1000;
}

function readClock(headers: unknown, sentAt: number): ClockReading | null {
  const date = parseHttpDate(header(headers, 'date'));
  if (date === null) return null;
  const age = /^\d{1,9}$/.exec(header(headers, 'age'))?.[0];
  // Both headers are cut to whole seconds.
  const spanMs = age === undefined ? 1000 : 2000;
  return { serverDate: date + Number(age ?? 0) * 1000, spanMs, sentAt, receivedAt: phoneNow() };
}

function parseJson(text: unknown): { readonly value: unknown } | null {
  try {
    return typeof text === 'string' ? { value: JSON.parse(text) } : null;
  } catch {
    return null;
  }
}

function answerOf(response: Taro.request.SuccessCallbackResult<string>, sentAt: number): Answer {
  const { statusCode: status } = response;
  // 204: there is nothing to say.
  const body = status === 204 ? { value: undefined } : parseJson(response.data);
  if (status < 200 || status > 299) {
    const retryAfterMs = readRetryAfter(response.header);
    return { ok: false, reason: 'http', status, problem: body?.value, retryAfterMs };
  }
  if (body === null) return { ok: false, reason: 'garbage' };
  return { ok: true, status, body: body.value, clock: readClock(response.header, sentAt) };
}

/** WeChat says `request:fail timeout`, browsers abort their `fetch`; every other failure is a network without a way. */
function failureOf(error: unknown): Unanswered {
  const said = error !== null && typeof error === 'object' && 'errMsg' in error ? String(error.errMsg) : '';
  return { ok: false, reason: /time-?out|timed out|abort/i.test(said) ? 'timeout' : 'offline' };
}

function start(
  method: Method,
  path: string,
  { timeoutMs, token, body, ifMatch }: RequestOptions,
): Taro.RequestTask<string> {
  return Taro.request<string>({
    url: API_BASE + path,
    // WeChat's requests know no PATCH; the server takes a POST for one.
    method: method === 'PATCH' && process.env.TARO_ENV !== 'h5' ? 'POST' : method,
    timeout: timeoutMs,
    header: {
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(ifMatch === undefined ? {} : { 'If-Match': `"${ifMatch}"` }),
    },
    ...(body === undefined ? {} : { data: JSON.stringify(body) }),
    // Text until it is parsed here, so that both targets fail alike.
    dataType: 'text',
    responseType: 'text',
    // The browser asks the server each time (a 304 is cheap): an answer from its own cache would carry an old Date.
    cache: 'no-cache',
  });
}

/** Asks `path` of our server. Without an answer, what was sent may have arrived all the same. */
export function request(method: Method, path: string, options: RequestOptions): Promise<Answer> {
  const sentAt = phoneNow();
  return new Promise((resolve) => {
    let task: Taro.RequestTask<string>;
    try {
      task = start(method, path, options);
    } catch (error) {
      resolve(failureOf(error));
      return;
    }
    // Not left to the platform: in the browser Taro stops its clock at the headers, and a body may never end.
    const timer = setTimeout(() => {
      resolve({ ok: false, reason: 'timeout' });
      task.abort();
    }, options.timeoutMs);
    const settle = (answer: Answer): void => {
      clearTimeout(timer);
      resolve(answer);
    };
    task.then(
      (response) => {
        settle(answerOf(response, sentAt));
      },
      (error: unknown) => {
        settle(failureOf(error));
      },
    );
  });
}
