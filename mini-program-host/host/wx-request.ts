import type { LaunchSettings } from '../launch-options';
import { Refusal, type ApiMaker, type ApiResult, type ApiTable, type Fields } from './api';

const atOnce = 10;
const defaultTimeout = 60_000;

interface Queue {
  running: number;
  waiting: (() => void)[];
}

/** At most ten requests run at a time; the others wait their turn. */
async function inTurn<Result>(queue: Queue, run: () => Promise<Result>): Promise<Result> {
  if (queue.running >= atOnce)
    await new Promise<void>((resolve) => {
      queue.waiting.push(resolve);
    });
  queue.running++;
  try {
    return await run();
  } finally {
    queue.running--;
    queue.waiting.shift()?.();
  }
}

const methodsWithQuery = ['GET', 'HEAD', 'DELETE'];

function withQuery(url: string, data: unknown): string {
  if (typeof data !== 'object' || data === null) return url;
  const pairs = Object.entries(data as Fields).map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`,
  );
  if (pairs.length === 0) return url;
  return `${url}${url.includes('?') ? '&' : '?'}${pairs.join('&')}`;
}

function bodyOf(data: unknown, contentType: string): BodyInit {
  if (typeof data === 'string' || data instanceof ArrayBuffer) return data;
  if (contentType.includes('x-www-form-urlencoded')) return withQuery('', data).slice(1);
  return JSON.stringify(data);
}

/** Response header names keep the case a real phone shows: `Date`, `Content-Type`, `Etag`. */
const headerName = (name: string): string => name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase());

const forwarded = (url: string, forward: Record<string, string>): string => {
  const base = Object.keys(forward).find((each) => url.startsWith(each));
  return base === undefined ? url : `${forward[base] ?? ''}${url.slice(base.length)}`;
};

async function perform(
  options: Fields,
  control: AbortController,
  launch: LaunchSettings,
  timeout: number,
): Promise<ApiResult> {
  const url = typeof options.url === 'string' ? options.url : '';
  if (!/^https?:\/\//.test(url)) return new Refusal(`invalid url "${url}"`, { errno: 600009 });
  const domain = new URL(url).origin;
  if (launch.domains && !launch.domains.includes(domain))
    return new Refusal('url not in domain list', { errno: 600002 });
  if (launch.offline)
    return new Refusal('errcode:-106 cronet_error_code:-106 error_msg:net::ERR_INTERNET_DISCONNECTED', {
      errno: 600003,
    });

  const method = typeof options.method === 'string' ? options.method.toUpperCase() : 'GET';
  const headers = new Headers(options.header as Record<string, string> | undefined);
  if (!headers.has('content-type')) headers.set('content-type', 'application/json');
  const inUrl = methodsWithQuery.includes(method);
  const request: RequestInit = {
    method,
    headers,
    signal: control.signal,
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'follow',
  };
  if (!inUrl && options.data !== undefined) request.body = bodyOf(options.data, headers.get('content-type') ?? '');

  const timer = setTimeout(() => {
    control.abort('timeout');
  }, timeout);
  try {
    const sent = forwarded(url, launch.forward);
    const response = await fetch(inUrl ? withQuery(sent, options.data) : sent, request);
    const body = options.responseType === 'arraybuffer' ? await response.arrayBuffer() : await response.text();
    const header: Record<string, string> = {};
    response.headers.forEach((value, name) => {
      header[headerName(name)] = value;
    });
    return { data: parseBody(body, options.dataType), statusCode: response.status, header, cookies: [] };
  } catch {
    if (control.signal.reason === 'timeout') return new Refusal('timeout', { errno: 5 });
    if (control.signal.aborted) return new Refusal('abort', { errno: 600001 });
    return new Refusal('errcode:-102 cronet_error_code:-102 error_msg:net::ERR_CONNECTION_REFUSED', { errno: 600001 });
  } finally {
    clearTimeout(timer);
  }
}

/** A body that is no JSON comes as it is, without an error: the caller has to look. */
function parseBody(body: string | ArrayBuffer, dataType: unknown): unknown {
  if (typeof body !== 'string' || (dataType !== undefined && dataType !== 'json')) return body;
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return body;
  }
}

export function requestApis(make: ApiMaker, launch: LaunchSettings, appTimeout: number | undefined): ApiTable {
  const queue: Queue = { running: 0, waiting: [] };
  return {
    request: (options: Fields) => {
      const control = new AbortController();
      const timeout = typeof options.timeout === 'number' ? options.timeout : (appTimeout ?? defaultTimeout);
      const run = make.async('request', () => inTurn(queue, () => perform(options, control, launch, timeout)));
      const settled = run(options);
      const task = {
        abort: () => {
          control.abort();
        },
        onHeadersReceived: () => undefined,
        offHeadersReceived: () => undefined,
        onChunkReceived: () => undefined,
        offChunkReceived: () => undefined,
      };
      return settled instanceof Promise ? Object.assign(settled, task) : task;
    },
  };
}
