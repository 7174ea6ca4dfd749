/** One's own sign-ups. */
import { eq } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { SignUpAnswerSchema, SignUpBodySchema, SignUpIdSchema, SignUpListSchema } from '../../src/domain/sign-up';
import { signUp } from '../db/account-schema';
import type { Db } from '../db/open';
import { sendProblem } from '../errors';
import { presentEvent } from '../events/present';
import type { RequireAccount } from '../accounts/require-account';
import type { ValibotTypes } from '../validation';
import { cancelSignUp, type CancelDeps } from './cancel';
import { presentSignUp, readStandings } from './present';
import type { SignUpQueue } from './queue';

const SIGN_UPS = '/api/v1/sign-ups';

export interface SignUpDeps extends CancelDeps {
  readonly db: Db;
  readonly queue: SignUpQueue;
  readonly requireAccount: RequireAccount;
}

export function signUpRoutes(instance: FastifyInstance, deps: SignUpDeps): void {
  const { db, queue, requireAccount, sealer, now } = deps;
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
      const standings = await readStandings(db, eq(signUp.accountId, accountId));
      const events = new Map(standings.map(({ event }) => [event.id, presentEvent(event)]));
      const at = now();
      return reply.header('cache-control', 'no-store').send({
        signUps: standings.map((standing) => presentSignUp(standing, sealer, at)),
        events: [...events.values()],
      });
    },
  );

  app.post(
    `${SIGN_UPS}/:id/cancel`,
    {
      ...own,
      schema: {
        ...common,
        summary: 'Give a sign-up back; asked twice, it is done once',
        params: v.object({ id: v.string() }),
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
