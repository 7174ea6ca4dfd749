/** What is refused before anybody looks at it: too much from one address, and writes that the disk has no room for. */
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import { DOOR } from '../../domain/api/door';
import { sendProblem } from './errors';
import { networkOf, RateStore } from './rate-store';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Reads that reach the framework; what is ready in memory is sent before and counts nowhere. Scans count like them: a hall
 * of devices shares one address.
 */
const READS_FOR_A_WRITE = 20;

/** `mostWrites`: a minute, from one address; `null`: as many as come. */
export async function limitCallers(app: FastifyInstance, mostWrites: number | null): Promise<void> {
  const keyGenerator = ({ ip }: { readonly ip: string }): string => networkOf(ip);
  await app.register(rateLimit, { global: false, store: RateStore, keyGenerator });
  if (mostWrites === null) return;
  const writes = app.rateLimit({ max: mostWrites, timeWindow: '1 minute' });
  const reads = app.createRateLimit({ max: mostWrites * READS_FOR_A_WRITE, timeWindow: '1 minute', keyGenerator });
  app.addHook('onRequest', async function (request, reply) {
    if (!READING.has(request.method) && request.routeOptions.url !== DOOR.uploadScans.path) {
      await writes.call(this, request, reply);
      return undefined;
    }
    const count = await reads(request);
    if (count.isAllowed || !count.isExceeded) return undefined;
    return sendProblem(reply.header('retry-after', count.ttlInSeconds), 'too-many-requests');
  });
}

/** A disk without room is left to what reads. */
export function refuseWritesWithoutRoom(app: FastifyInstance, canWrite: () => boolean): void {
  app.addHook('onRequest', (request, reply, done) => {
    if (READING.has(request.method) || canWrite()) done();
    else sendProblem(reply, 'unavailable');
  });
}
