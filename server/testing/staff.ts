/** Organisations and their members, through the real routes wherever there is one. */
import type { OrganisationId, RegionCode } from '../../domain/ids';
import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { StaffMeSchema } from '../../domain/organisation/member';
import type { Role } from '../../domain/permission';
import { COMMAND } from '../audit/record';
import type { Db } from '../db/database';
import { makeInvitation } from '../organisations/invitations';
import { createOrganisation } from '../organisations/organisations';
import type { Answer, TestApp } from './app';
import { NOW } from './app';

/** As a browser says it that shows a page of the tests' server. */
export const ORIGIN = 'http://localhost:80';
export const PASSWORD = 'yak butter lamp 4';

export interface StaffClient {
  readonly id: string;
  readonly login: string;
  /** Replaced by signing in again. */
  cookie: string;
  /** A header that is undefined is left out. */
  readonly ask: (
    method: string,
    path: string,
    payload?: unknown,
    headers?: Readonly<Record<string, string | undefined>>,
  ) => Promise<Answer>;
}

const SetCookieSchema = v.pipe(
  v.union([v.string(), v.array(v.string())]),
  v.transform((value) => [value].flat()[0] ?? ''),
);

/** `staff=…`, as the browser sends it back. */
export const cookieOf = (answer: Answer): string =>
  v.parse(SetCookieSchema, answer.headers['set-cookie']).split(';')[0] ?? '';

/** Made as the command line makes it; nobody has accepted the invitation. */
export async function newOrganisation(db: Db, region: RegionCode, name = `机构 ${region}`): Promise<string> {
  const context = { now: NOW, actor: COMMAND, by: null };
  const { id } = await db.transaction((tx) => createOrganisation(tx, { name, region }, context));
  return id;
}

export async function invitationTo(
  db: Db,
  organisationId: OrganisationId,
  role: Role,
  { now = NOW, events }: { readonly now?: number; readonly events?: readonly string[] } = {},
): Promise<string> {
  const wanted = { organisationId, role, events };
  const { token } = await db.transaction((tx) => makeInvitation(tx, wanted, { now, actor: COMMAND }));
  return token;
}

export const accept = (
  at: TestApp,
  token: string,
  account: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> =>
  at.ask({
    method: 'POST',
    url: `/api/v1/invitations/${token}/accept`,
    headers: { origin: ORIGIN, ...headers },
    payload: account,
  });

export async function newMember(
  at: TestApp,
  db: Db,
  organisationId: OrganisationId,
  role: Role,
  options: { readonly now?: number; readonly events?: readonly string[]; readonly login?: string } = {},
): Promise<StaffClient> {
  const token = await invitationTo(db, organisationId, role, options);
  const login = options.login ?? `m-${randomUUID().slice(0, 13)}`;
  const answer = await accept(at, token, { name: '丹增', login, password: PASSWORD });
  if (answer.status !== 201) throw new Error(`accepting answered ${answer.status}: ${answer.text}`);
  const client: StaffClient = {
    id: v.parse(StaffMeSchema, answer.json()).member.id,
    login,
    cookie: cookieOf(answer),
    ask: (method, path, payload, headers) =>
      at.ask({
        method: method as 'POST',
        url: `/api/v1/${path}`,
        headers: Object.fromEntries(
          Object.entries<string | undefined>({ origin: ORIGIN, cookie: client.cookie, ...headers }).filter(
            ([, value]) => value !== undefined,
          ),
        ),
        ...(payload !== undefined && { payload: payload as object }),
      }),
  };
  return client;
}
