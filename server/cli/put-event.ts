/** One event to the server, again and again while the line is bad: a PUT may be repeated without harm. */
import * as v from 'valibot';
import { addressOf } from '../../domain/api/endpoint';
import { PUBLISHER } from '../../domain/api/publisher';

const OUTCOMES = ['created', 'updated', 'unchanged'] as const;
const FieldErrorsSchema = v.optional(v.array(v.object({ path: v.string(), code: v.string() })), []);
const AnswerSchema = v.object({ outcome: v.picklist(OUTCOMES), warnings: FieldErrorsSchema });
const ProblemSchema = v.object({
  title: v.string(),
  detail: v.optional(v.string(), ''),
  code: v.string(),
  errors: FieldErrorsSchema,
});

export type Problem = v.InferOutput<typeof ProblemSchema>;
export type PutResult =
  | v.InferOutput<typeof AnswerSchema>
  | { readonly outcome: 'refused'; readonly problem: Problem }
  /** No other row would fare better: wrong token, wrong address, or nobody answers. */
  | { readonly outcome: 'stopped'; readonly reason: StopReason; readonly detail: string };
export type StopReason =
  'no-campaign' | 'no-answer' | 'server-failing' | 'token' | 'publishing-off' | 'not-this-server';

export interface PutTarget {
  readonly server: URL;
  readonly token: string;
  readonly wait: (ms: number) => Promise<void>;
  /** Told before every wait, which may last a minute. */
  readonly onRetry: (ms: number, why: string) => void;
  /** For one answer. */
  readonly timeoutMs?: number;
}

const ATTEMPTS = 5;
const TIMEOUT_MS = 10_000;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 120_000;

type Attempt = PutResult | { readonly outcome: 'retry'; readonly afterMs: number | null; readonly failure: Failure };
interface Failure {
  readonly reason: StopReason;
  readonly detail: string;
}

/** Seconds that the server asks to wait, in ms; `null` if it says nothing usable (a date is not worth a second clock). */
function retryAfterOf(response: Response): number | null {
  const header = response.headers.get('retry-after');
  if (header === null || !/^\d+$/.test(header)) return null;
  return Math.min(Number(header) * 1000, LONGEST_PAUSE_MS);
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return (await response.json()) as unknown;
  } catch {
    return null;
  }
}

async function judge(response: Response): Promise<Attempt> {
  const { status } = response;
  const json = await readJson(response);
  if (status === 200 || status === 201) {
    const answer = v.safeParse(AnswerSchema, json);
    return answer.success ? answer.output : { outcome: 'stopped', reason: 'not-this-server', detail: `HTTP ${status}` };
  }
  const parsed = v.safeParse(ProblemSchema, json);
  const detail = parsed.success ? `${parsed.output.title}（${parsed.output.code}）` : `HTTP ${status}`;
  if (status === 429 || status >= 500) {
    return { outcome: 'retry', afterMs: retryAfterOf(response), failure: { reason: 'server-failing', detail } };
  }
  if (status === 401) return { outcome: 'stopped', reason: 'token', detail };
  if (!parsed.success || status === 404 || status === 405) {
    return { outcome: 'stopped', reason: 'not-this-server', detail };
  }
  if (parsed.output.code === 'publishing-off') return { outcome: 'stopped', reason: 'publishing-off', detail };
  return { outcome: 'refused', problem: parsed.output };
}

const FailureSchema = v.object({ name: v.string(), cause: v.optional(v.object({ code: v.optional(v.string()) })) });

/** What a failed connection is called: the system's code (`ECONNREFUSED`), else the error's own name. */
export function nameFailure(error: unknown): string {
  const failure = v.safeParse(FailureSchema, error);
  return failure.success ? (failure.output.cause?.code ?? failure.output.name) : 'unknown';
}

async function attempt(id: string, body: unknown, target: PutTarget): Promise<Attempt> {
  try {
    const response = await fetch(new URL(addressOf(PUBLISHER.publishEvent, { id }).slice(1), target.server), {
      method: PUBLISHER.publishEvent.method,
      headers: { authorization: `Bearer ${target.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      redirect: 'manual',
      signal: AbortSignal.timeout(target.timeoutMs ?? TIMEOUT_MS),
    });
    return await judge(response);
  } catch (error) {
    return { outcome: 'retry', afterMs: null, failure: { reason: 'no-answer', detail: nameFailure(error) } };
  }
}

/** Publishes one event; waits and tries again when nobody answers, the server fails, or it asks for patience. */
export async function putEvent(id: string, body: unknown, target: PutTarget): Promise<PutResult> {
  for (let tries = 1; ; tries += 1) {
    const result = await attempt(id, body, target);
    if (result.outcome !== 'retry') return result;
    if (tries === ATTEMPTS) return { outcome: 'stopped', ...result.failure };
    const pause = result.afterMs ?? FIRST_PAUSE_MS * 2 ** (tries - 1);
    target.onRetry(pause, result.failure.detail);
    await target.wait(pause);
  }
}
