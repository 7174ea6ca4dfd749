/**
 * `npm run organisation -- create --name NAME --region CODE` makes an organisation and prints the invitation of its
 * first admin; `invite --id ID` prints another, for one whose admins have all lost their way in.
 */
import type { RegionCode } from '../../domain/ids';
import { parseArgs } from 'node:util';
import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { invitationPath } from '../../domain/organisation/console-link';
import { NewOrganisationSchema } from '../../domain/organisation/organisation';
import { displayNameOf, regionExists } from '../../domain/region/region-names';
import { COMMAND } from '../audit/record';
import type { Config } from '../config';
import type { Database } from '../db/database';
import { organisation } from '../db/organisation-schema';
import { makeInvitation } from '../organisations/invitations';
import { createOrganisation } from '../organisations/organisations';
import { CommandError, withDatabase } from './with-database';

const USAGE = [
  '用法 / usage:',
  '  npm run organisation -- create --name 机构名称 --region 540000',
  '  npm run organisation -- invite --id 机构编号',
].join('\n');

function printLink(token: string, { port, deployment }: Config): void {
  const address = deployment.webAddress ?? `http://localhost:${port}`;
  console.log(`管理员邀请（7 天内一次有效）/ invitation for its admin, once, within 7 days:`);
  console.log(`${address}${invitationPath(token)}`);
}

async function create({ db }: Database, config: Config, given: unknown): Promise<void> {
  const parsed = v.safeParse(NewOrganisationSchema, given);
  if (!parsed.success) throw new CommandError(USAGE);
  const { name, region } = parsed.output;
  if (!regionExists(region)) throw new CommandError(`没有这个地区 / no such region: ${region}`);
  const context = { now: Date.now(), actor: COMMAND, by: null };
  const made = await db.transaction((tx) => createOrganisation(tx, { name, region }, context));
  console.log(`${name} · ${displayNameOf(region) ?? region} · ${made.id}`);
  printLink(made.invitation.token, config);
}

async function invite({ db }: Database, config: Config, id: string | undefined): Promise<void> {
  if (!v.is(v.pipe(v.string(), v.uuid()), id)) throw new CommandError(USAGE);
  const [row] = await db.select().from(organisation).where(eq(organisation.id, id));
  if (row?.state !== 'active') throw new CommandError('没有这个机构 / no such organisation');
  const wanted = { organisationId: id, role: 'admin' } as const;
  const { token } = await db.transaction((tx) => makeInvitation(tx, wanted, { now: Date.now(), actor: COMMAND }));
  console.log(row.name);
  printLink(token, config);
}

function readArguments(): { command: string | undefined; values: { name?: string; region?: RegionCode; id?: string } } {
  try {
    const options = { name: { type: 'string' }, region: { type: 'string' }, id: { type: 'string' } } as const;
    const { positionals, values } = parseArgs({ args: process.argv.slice(2), options, allowPositionals: true });
    return { command: positionals[0], values };
  } catch {
    return { command: undefined, values: {} };
  }
}

const { command, values } = readArguments();
if (command !== 'create' && command !== 'invite') {
  console.error(USAGE);
  process.exitCode = 1;
} else {
  withDatabase((database, config) =>
    command === 'create'
      ? create(database, config, { name: values.name, region: values.region })
      : invite(database, config, values.id),
  );
}
