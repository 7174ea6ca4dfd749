/** One's own sign-ups. */
import { eq } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import {
  CorrectionBodySchema,
  OwnSignUpSchema,
  SignUpAnswerSchema,
  SignUpBodySchema,
  SignUpIdSchema,
  SignUpListSchema,
} from '../../domain/sign-up/sign-up';
import { signUp } from '../db/account-schema';
import type { Db } from '../db/database';
import { sendProblem } from '../http/errors';
import { presentEvent } from '../events/present';
import type { RequireAccount } from '../access/require-account';
import type { ValibotTypes } from '../http/validation';
import { cancelSignUp, type CancelDeps } from './cancel';
import { correctSignUp } from './correct';
import { decryptForm } from './form-encryption';
import { findWithPosition, presentSignUp, readWithPosition } from './present';
import type { SignUpBatcher } from './batcher';

const SIGN_UPS = '/api/v1/sign-ups';

export interface SignUpDeps extends CancelDeps {
  readonly db: Db;
  readonly queue: SignUpBatcher;
  readonly requireAccount: RequireAccount;
}

export function signUpRoutes(instance: FastifyInstance, deps: SignUpDeps): void {
  const { db, queue, requireAccount, encryptor, now } = deps;
  const app = instance.withTypeProvider<ValibotTypes>();
  const own = { onRequest: requireAccount };
  const common = { tags: ['sign-ups'], security: [{ account: [] }] };

  app.post(
    SIGN_UPS,
    {
      ...own,
      schema: {
        ...common,
        summary: 'Sign up; the same id and body again get the stored result',
        body: SignUpBodySchema,
        response: { 201: SignUpAnswerSchema },
      },
    },
    async ({ accountId, body }, reply) => {
      const outcome = await queue.take({ accountId, body });
      if (!outcome.ok) return sendProblem(reply, outcome.code, outcome.errors);
      return reply.code(201).send({ signUp: outcome.signUp });
    },
  );

  app.get(
    SIGN_UPS,
    {
      ...own,
      schema: {
        ...common,
        summary: 'All of the account’s sign-ups, newest first, and their events',
        response: { 200: SignUpListSchema },
      },
    },
    async ({ accountId }, reply) => {
      const standings = await readWithPosition(db, eq(signUp.accountId, accountId));
      const events = new Map(standings.map(({ event }) => [event.id, presentEvent(event)]));
      const at = now();
      return reply.header('cache-control', 'no-store').send({
        signUps: standings.map((standing) => presentSignUp(standing, encryptor, at)),
        events: [...events.values()],
      });
    },
  );

  const byId = { params: v.object({ id: v.string() }) };

  app.get(
    `${SIGN_UPS}/:id`,
    {
      ...own,
      schema: {
        ...common,
        ...byId,
        summary: 'One sign-up of the account’s, with its form as it was filled in',
        response: { 200: OwnSignUpSchema },
      },
    },
    async ({ accountId, params }, reply) => {
      const id = v.safeParse(SignUpIdSchema, params.id);
      const standing = id.success ? await findWithPosition(db, accountId, id.output) : null;
      if (!standing) return sendProblem(reply, 'sign-up-not-found');
      const form = decryptForm(encryptor, standing.row)?.values ?? null;
      return reply
        .header('cache-control', 'no-store')
        .send({ signUp: presentSignUp(standing, encryptor, now()), form: form && { ...form } });
    },
  );

  app.route({
    // `wx.request` has no PATCH.
    method: ['PATCH', 'POST'],
    url: `${SIGN_UPS}/:id`,
    ...own,
    schema: {
      ...common,
      ...byId,
      summary: 'Correct a sign-up until the deadline: the same seats or fewer; the same again changes nothing',
      body: CorrectionBodySchema,
      response: { 200: SignUpAnswerSchema },
    },
    handler: async ({ accountId, params, body }, reply) => {
      const id = v.safeParse(SignUpIdSchema, params.id);
      if (!id.success) return sendProblem(reply, 'sign-up-not-found');
      const corrected = await correctSignUp(db, accountId, id.output, body, deps);
      return corrected.ok
        ? reply.send({ signUp: corrected.signUp })
        : sendProblem(reply, corrected.code, corrected.errors);
    },
  });

  app.post(
    `${SIGN_UPS}/:id/cancel`,
    {
      ...own,
      schema: {
        ...common,
        summary: 'Give a sign-up back; asked twice, it is done once',
        ...byId,
        response: { 200: SignUpAnswerSchema },
      },
    },
    async ({ accountId, params }, reply) => {
      const id = v.safeParse(SignUpIdSchema, params.id);
      if (!id.success) return sendProblem(reply, 'sign-up-not-found');
      const cancelled = await cancelSignUp(db, accountId, id.output, deps);
      return cancelled.ok ? reply.send({ signUp: cancelled.signUp }) : sendProblem(reply, cancelled.code);
    },
  );
}
