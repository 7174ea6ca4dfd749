/** HTTP as values: nothing here throws, and nothing here takes longer than it was given. */
import Taro from '@tarojs/taro';
import { addressOf, type Endpoint, type PathParams, type Query } from '../../domain/api/endpoint';
import { parseHttpDate } from '../../domain/time/time';

interface Answered {
  readonly ok: true;
  readonly status: number;
  readonly body: unknown;
  /** The server's clock at the answer, epoch ms, the age in a cache added; `null` if it did not say. */
  readonly serverDate: number | null;
}
type Unanswered =
  | { readonly ok: false; readonly reason: 'offline' | 'timeout' | 'garbage' }
  /** A status outside 2xx. `problem` is the body where it is JSON (RFC 9457), unparsed. */
  | { readonly ok: false; readonly reason: 'http'; readonly status: number; readonly problem: unknown };
export type Answer = Answered | Unanswered;

interface Sending {
  readonly timeoutMs: number;
  /** Who asks: a session's token. */
  readonly token?: string;
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly query?: Query;
}

/** What goes into a request; `params` where the path has any. */
export type RequestOptions<Path extends string> = Sending &
  (Path extends `${string}:${string}` ? { readonly params: PathParams<Path> } : { readonly params?: never });

/** Header names keep their case on some phones and lose it on others. */
function header(headers: unknown, name: string): string {
  for (const [key, value] of Object.entries(headers ?? {})) if (key.toLowerCase() === name) return String(value);
  return '';
}

function serverDateOf(headers: unknown): number | null {
  const date = parseHttpDate(header(headers, 'date'));
  const age = /^\d{1,9}$/.exec(header(headers, 'age'))?.[0] ?? '0';
  return date === null ? null : date + Number(age) * 1000;
}

function parseJson(text: unknown): { readonly value: unknown } | null {
  try {
    return typeof text === 'string' ? { value: JSON.parse(text) } : null;
  } catch {
    return null;
  }
}

function answerOf(response: Taro.request.SuccessCallbackResult<string>): Answer {
  const { statusCode: status } = response;
  // 204: there is nothing to say.
  const body = status === 204 ? { value: undefined } : parseJson(response.data);
  if (status < 200 || status > 299) return { ok: false, reason: 'http', status, problem: body?.value };
  if (body === null) return { ok: false, reason: 'garbage' };
  return { ok: true, status, body: body.value, serverDate: serverDateOf(response.header) };
}

/** WeChat says `request:fail timeout`, browsers abort their `fetch`; every other failure is a network without a way. */
function failureOf(error: unknown): Unanswered {
  const said = error !== null && typeof error === 'object' && 'errMsg' in error ? String(error.errMsg) : '';
  return { ok: false, reason: /time-?out|timed out|abort/i.test(said) ? 'timeout' : 'offline' };
}

function ask(method: Endpoint['method'], path: string, { timeoutMs, token, body }: Sending): Taro.RequestTask<string> {
  return Taro.request<string>({
    url: API_BASE + path,
    method,
    timeout: timeoutMs,
    header: {
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(body === undefined ? {} : { data: JSON.stringify(body) }),
    // Text until it is parsed here, so that both targets fail alike.
    dataType: 'text',
    responseType: 'text',
    // The browser asks the server each time (a 304 is cheap): an answer from its own cache would carry an old Date.
    cache: 'no-cache',
  });
}

function send(method: Endpoint['method'], path: string, options: Sending): Promise<Answer> {
  return new Promise((resolve) => {
    let task: Taro.RequestTask<string>;
    try {
      task = ask(method, path, options);
    } catch (error) {
      resolve(failureOf(error));
      return;
    }
    // Not left to the platform: in the browser Taro stops its clock at the headers, and a body may hang for ever.
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
        settle(answerOf(response));
      },
      (error: unknown) => {
        settle(failureOf(error));
      },
    );
  });
}

/** WeChat's requests know no PATCH; the server takes a POST there for one. */
const sentAs = (method: Endpoint['method']): Endpoint['method'] =>
  method === 'PATCH' && process.env.TARO_ENV !== 'h5' ? 'POST' : method;

/** Asks our server. Without an answer, what was to be written may have arrived all the same. */
export function callServer<const Path extends string>(
  endpoint: Pick<Endpoint, 'method'> & { readonly path: Path },
  options: RequestOptions<Path>,
): Promise<Answer> {
  const params = (options.params ?? {}) as PathParams<Path>;
  return send(sentAs(endpoint.method), addressOf(endpoint, params, options.query), options);
}
