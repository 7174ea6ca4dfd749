/** Refuses work while the process cannot keep up. What is ready in memory is sent before the framework, so it goes on. */
import underPressure from '@fastify/under-pressure';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { OverloadError } from './errors';

const SAMPLE_MS = 500;
const RETRY_AFTER_S = 5;

/** Files of a build: reading one is little work, and a page that lacks one of its files stays empty. */
const isFile = ({ routeOptions }: FastifyRequest): boolean => routeOptions.url?.endsWith('*') === true;

/** The plugin says Infinity when one stretch of work took the whole sample: that is over by now. */
function refuse(request: FastifyRequest, reply: FastifyReply, delay: unknown): Promise<void> | undefined {
  if (delay === Infinity || isFile(request)) return undefined;
  void reply.header('retry-after', RETRY_AFTER_S);
  return Promise.reject(new OverloadError());
}

/** For routes that the operator watches: they answer under pressure too. */
export const ANSWERED_ALWAYS = { pressureHandler: (): undefined => undefined };

/** `mostDelayMs`: how late timers may be on average over half a second. */
export async function shedLoad(app: FastifyInstance, mostDelayMs: number | null): Promise<void> {
  if (mostDelayMs === null) return;
  // Until then the samples are those of the start, which holds up timers and is over.
  let measuredFrom = Infinity;
  app.addHook('onListen', (done) => {
    measuredFrom = performance.now() + 2 * SAMPLE_MS;
    done();
  });
  await app.register(underPressure, {
    maxEventLoopDelay: mostDelayMs,
    sampleInterval: SAMPLE_MS,
    pressureHandler: (request, reply, _what, delay) =>
      performance.now() < measuredFrom ? undefined : refuse(request, reply, delay),
  });
}
