/** The one way to the server: an endpoint, what goes with it, and an answer that is parsed or a refusal. */
import * as v from 'valibot';
import { BAD_ANSWER, NO_NETWORK, type Refusal, RefusalSchema } from './refusal';

export interface Endpoint<Answer> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  /** `null`: nothing comes back. `'file'`: a file does. */
  readonly answer: v.GenericSchema<unknown, Answer> | null | 'file';
}

export interface Sent {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | undefined>>;
  /** JSON, or a form with a file. */
  readonly body?: unknown;
  /** The revision that was seen. */
  readonly rev?: number;
}

export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

export function addressOf(path: string, { params = {}, query = {} }: Sent): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value]])),
  ).toString();
  return search === '' ? filled : `${filled}?${search}`;
}

async function send(endpoint: Endpoint<unknown>, sent: Sent): Promise<Response | null> {
  const { body, rev } = sent;
  const isForm = body instanceof FormData;
  const headers = {
    ...(body !== undefined && !isForm && { 'content-type': 'application/json' }),
    ...(rev !== undefined && { 'if-match': `"${rev}"` }),
  };
  try {
    return await fetch(addressOf(endpoint.path, sent), {
      method: endpoint.method,
      credentials: 'same-origin',
      headers,
      ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
    });
  } catch {
    return null;
  }
}

async function readRefusal(response: Response): Promise<Refusal> {
  const after = Number(response.headers.get('retry-after') ?? Number.NaN);
  const parsed = v.safeParse(RefusalSchema, await response.json().catch(() => null));
  if (!parsed.success) return response.status >= 500 ? NO_NETWORK : BAD_ANSWER;
  return { ...parsed.output, status: response.status, ...(Number.isFinite(after) && { retryAfter: after }) };
}

async function readValue(endpoint: Endpoint<unknown>, response: Response): Promise<Answer<unknown>> {
  if (endpoint.answer === null) return { ok: true, value: undefined };
  if (endpoint.answer === 'file') return { ok: true, value: await response.blob() };
  const parsed = v.safeParse(endpoint.answer, await response.json());
  return parsed.success ? { ok: true, value: parsed.output } : { ok: false, refusal: BAD_ANSWER };
}

export async function call<T>(endpoint: Endpoint<T>, sent: Sent = {}): Promise<Answer<T>> {
  const response = await send(endpoint, sent);
  if (response === null) return { ok: false, refusal: NO_NETWORK };
  if (!response.ok) return { ok: false, refusal: await readRefusal(response) };
  try {
    return (await readValue(endpoint, response)) as Answer<T>;
  } catch {
    return { ok: false, refusal: NO_NETWORK };
  }
}
