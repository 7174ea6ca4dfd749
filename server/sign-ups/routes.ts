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
import { networkOf } from '../http/rate-store';
import { presentEvent } from '../events/present';
import { cancelSignUp, type CancelDeps } from './cancel';
import { correctSignUp } from './correct';
import type { SignUpFairness } from './fairness';
import { decryptForm } from './form-encryption';
import { findWithPosition, presentSignUp, readWithPosition } from './present';
import type { SignUpBatcher } from './batcher';
import type { SignUpOutcome } from './register-batch';

/** Seconds: a part of the window in which sign-ups are counted. */
const FAIR_RETRY_S = 60;

export interface SignUpDeps extends CancelDeps {
  readonly db: Db;
  readonly queue: SignUpBatcher;
  /** `null`: no limit. */
  readonly fairness: SignUpFairness | null;
}

export function signUpRoutes(app: FastifyInstance, deps: SignUpDeps): void {
  const { db, queue, fairness, encryptor, now } = deps;

  addRoute(app, citizenContract.signUp, async ({ accountId, body, ip }, reply) => {
    const network = networkOf(ip);
    if (fairness?.admit(network, body) === false) {
      return sendProblem(reply.header('retry-after', FAIR_RETRY_S), 'too-many-requests');
    }
    let outcome: SignUpOutcome | undefined;
    try {
      outcome = await queue.take({ accountId, body });
    } finally {
      if (outcome?.ok !== true) fairness?.release(network, body);
    }
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
