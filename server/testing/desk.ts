/** An organisation's member at the events of their desk, in few words. */
import type { OrganisationId } from '../../domain/ids';
import * as v from 'valibot';
import { DraftSchema, type Draft, type DraftBody } from '../../domain/event/draft';
import type { Answer } from './app';
import { bodyOf } from './content';
import type { StaffClient } from './staff';

export interface Desk {
  readonly ask: (
    method: string,
    path: string,
    payload?: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Answer>;
  readonly create: (id: string, change?: Partial<DraftBody>) => Promise<Answer>;
  /** Throws unless it is there. */
  readonly read: (id: string) => Promise<Draft>;
  /** Puts `body` on top of the version `rev`. */
  readonly put: (id: string, rev: number, body: object) => Promise<Answer>;
  /** Puts what is there with a change. */
  readonly edit: (id: string, change: Partial<DraftBody>) => Promise<Answer>;
  readonly post: (
    id: string,
    act: string,
    payload?: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Answer>;
}

export function deskOf(client: StaffClient, organisationId: OrganisationId): Desk {
  const ask: Desk['ask'] = (method, path, payload, headers) =>
    client.ask(method, `organisations/${organisationId}/${path}`, payload, headers);
  const read: Desk['read'] = async (id) => {
    const answer = await ask('GET', `events/${id}`);
    if (answer.status !== 200) throw new Error(`${id} answered ${answer.status}: ${answer.text}`);
    return v.parse(DraftSchema, answer.json());
  };
  const put: Desk['put'] = (id, rev, body) => ask('PUT', `events/${id}`, body, { 'if-match': `"${rev}"` });
  return {
    ask,
    read,
    put,
    create: (id, change) => ask('POST', 'events', { id, ...bodyOf(change as object) }),
    edit: async (id, change) => {
      const draft = await read(id);
      return put(id, draft.rev, { ...draft, ...change });
    },
    post: (id, act, payload, headers) => ask('POST', `events/${id}/${act}`, payload, headers),
  };
}
