/** One's own sign-ups. */
import { eq } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import { citizenContract } from '../../domain/api/contract/citizen';
import { addRoute } from '../http/add-route';
import * as v from 'valibot';
import { SignUpIdSchema } from '../../domain/sign-up/sign-up';
import { signUp } from '../db/account-schema';
import type { Db } from '../db/database';
import { sendProblem } from '../http/errors';
import { presentEvent } from '../events/present';
import { cancelSignUp, type CancelDeps } from './cancel';
import { correctSignUp } from './correct';
import { decryptForm } from './form-encryption';
import { findWithPosition, presentSignUp, readWithPosition } from './present';
import type { SignUpBatcher } from './batcher';

export interface SignUpDeps extends CancelDeps {
  readonly db: Db;
  readonly queue: SignUpBatcher;
}

export function signUpRoutes(app: FastifyInstance, deps: SignUpDeps): void {
  const { db, queue, encryptor, now } = deps;

  addRoute(app, citizenContract.signUp, async ({ accountId, body }, reply) => {
    const outcome = await queue.take({ accountId, body });
    if (!outcome.ok) return sendProblem(reply, outcome.code, outcome.errors);
    return reply.code(201).send({ signUp: outcome.signUp });
  });

  addRoute(app, citizenContract.signUps, async ({ accountId }, reply) => {
    const standings = await readWithPosition(db, eq(signUp.accountId, accountId));
    const events = new Map(standings.map(({ event }) => [event.id, presentEvent(event)]));
    const at = now();
    return reply.header('cache-control', 'no-store').send({
      signUps: standings.map((standing) => presentSignUp(standing, encryptor, at)),
      events: [...events.values()],
    });
  });

  addRoute(app, citizenContract.ownSignUp, async ({ accountId, params }, reply) => {
    const id = v.safeParse(SignUpIdSchema, params.id);
    const standing = id.success ? await findWithPosition(db, accountId, id.output) : null;
    if (!standing) return sendProblem(reply, 'sign-up-not-found');
    const form = decryptForm(encryptor, standing.row)?.values ?? null;
    return reply
      .header('cache-control', 'no-store')
      .send({ signUp: presentSignUp(standing, encryptor, now()), form: form && { ...form } });
  });

  for (const contract of [citizenContract.correctSignUp, citizenContract.correctSignUpByPost]) {
    addRoute(app, contract, async ({ accountId, params, body }, reply) => {
      const id = v.safeParse(SignUpIdSchema, params.id);
      if (!id.success) return sendProblem(reply, 'sign-up-not-found');
      const corrected = await correctSignUp(db, accountId, id.output, body, deps);
      return corrected.ok
        ? reply.send({ signUp: corrected.signUp })
        : sendProblem(reply, corrected.code, corrected.errors);
    });
  }

  addRoute(app, citizenContract.cancelSignUp, async ({ accountId, params }, reply) => {
    const id = v.safeParse(SignUpIdSchema, params.id);
    if (!id.success) return sendProblem(reply, 'sign-up-not-found');
    const cancelled = await cancelSignUp(db, accountId, id.output, deps);
    return cancelled.ok ? reply.send({ signUp: cancelled.signUp }) : sendProblem(reply, cancelled.code);
  });
}
