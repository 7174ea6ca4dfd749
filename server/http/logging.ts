/** What a log line may say of an error: its kind and where it arose. A message or a query may carry personal data. */
import { isNativeError } from 'node:util/types';
import type { FastifyInstance } from 'fastify';
import { errorCode } from './error-code';

export interface ErrorDescription {
  readonly name: string;
  readonly code?: string;
  readonly at?: readonly string[];
  readonly cause?: ErrorDescription;
}

const FRAMES = 6;

export function describeError(error: unknown): ErrorDescription {
  if (!isNativeError(error)) return { name: typeof error };
  const code = errorCode(error);
  const at = (error.stack ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, FRAMES);
  return {
    name: error.name,
    ...(code !== undefined && { code }),
    at,
    ...(error.cause !== undefined && { cause: describeError(error.cause) }),
  };
}

/** The same in the form that the logger wants of whatever the framework logs by itself. */
export function serializeError(error: Error): { type: string; message: string; stack: string } {
  const { name, code, at } = describeError(error);
  return { type: name, message: code ?? '', stack: (at ?? []).join('\n') };
}

/** A line for each answer: which route, never which address or body. */
export function logResponses(app: FastifyInstance): void {
  app.addHook('onResponse', (request, reply, done) => {
    const { method, routeOptions, log } = request;
    log.info({ method, route: routeOptions.url, status: reply.statusCode, ms: Math.round(reply.elapsedTime) });
    done();
  });
}
