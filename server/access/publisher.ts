/** Publishing by token: the operator's own, or one that an organisation made for itself. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { sendProblem } from '../http/errors';
import type { FindApiToken } from './api-tokens';
import type { Guard } from './guard-routes';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Before the body is read. Digests are compared, in constant time, whatever was sent. */
export function requirePublisher(operatorToken: string | null, findApiToken: FindApiToken): Guard {
  const expected = operatorToken === null ? null : digest(operatorToken);
  return async (request, reply) => {
    const sent = /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? '')?.[1];
    const token = sent === undefined ? null : await findApiToken(sent);
    if (token?.scopes.includes('publish') === true) {
      request.principal = token;
      return undefined;
    }
    if (!expected) return sendProblem(reply, token ? 'unauthorized' : 'publishing-off');
    if (sent === undefined || !timingSafeEqual(digest(sent), expected)) return sendProblem(reply, 'unauthorized');
    request.principal = { kind: 'operator' };
    return undefined;
  };
}
