/** For the operator of the server: `/healthz` says that the process is alive, `/readyz` that it can serve. */
import { sql } from 'drizzle-orm';
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { OPERATIONS } from '../domain/api/operations';
import type { Db } from './db/database';
import { addHiddenRoute } from './http/add-route';
import { sendProblem } from './http/errors';
import { ANSWERED_ALWAYS } from './http/shed-load';

const PATIENCE_MS = 2_000;

async function answers(db: Db): Promise<boolean> {
  const giveUp = new AbortController();
  const late = wait(PATIENCE_MS, false, { signal: giveUp.signal, ref: false }).catch(() => false);
  const asked = db.execute(sql`select 1`).then(
    () => true,
    () => false,
  );
  const isFine = await Promise.race([asked, late]);
  giveUp.abort();
  return isFine;
}

/** `isStopping`: a process that is being stopped asks to be sent nothing more, while it finishes what it has. */
export function healthRoutes(app: FastifyInstance, db: Db, isStopping: () => boolean): void {
  addHiddenRoute(app, OPERATIONS.health, async (_request, reply) => reply.send({ status: 'ok' }), ANSWERED_ALWAYS);
  addHiddenRoute(app, OPERATIONS.readiness, async (_request, reply) =>
    !isStopping() && (await answers(db)) ? reply.send({ status: 'ready' }) : sendProblem(reply, 'unavailable'),
  );
}
