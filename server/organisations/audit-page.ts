/** An organisation's audit log, a page at a time, with the names of those whom it still knows. */
import type { OrganisationId } from '../../domain/ids';
import { and, desc, eq, inArray, lt } from 'drizzle-orm';
import { memberName } from '../access/staff-me';
import { audit, type AuditRow } from '../db/audit-schema';
import type { Encryptor } from '../crypto/encryptor';
import type { Db } from '../db/database';
import { organisation } from '../db/organisation-schema';
import { event } from '../db/schema';
import { apiToken, member } from '../db/staff-schema';

const PAGE = 50;

export interface AuditLine extends AuditRow {
  readonly whoName: string | null;
  readonly objectName: string | null;
}

export interface AuditPage {
  readonly lines: readonly AuditLine[];
  readonly next: number | null;
}

type Names = ReadonlyMap<string, string>;

async function readNames(db: Db, encryptor: Encryptor, rows: readonly AuditRow[]): Promise<Names> {
  const idsOf = (kind: string): string[] => [
    ...new Set(
      rows.flatMap(({ whoKind, whoId, objectKind, objectId }) => [
        ...(whoKind === kind && whoId !== null ? [whoId] : []),
        ...(objectKind === kind && objectId !== null ? [objectId] : []),
      ]),
    ),
  ];
  const members = await db
    .select()
    .from(member)
    .where(inArray(member.id, idsOf('member')));
  const tokens = await db
    .select()
    .from(apiToken)
    .where(inArray(apiToken.id, idsOf('token')));
  const organisations = await db
    .select()
    .from(organisation)
    .where(inArray(organisation.id, idsOf('organisation')));
  const events = await db
    .select({ id: event.id, title: event.title })
    .from(event)
    .where(inArray(event.id, idsOf('event')));
  return new Map([
    ...members.map((row): [string, string] => [`member ${row.id}`, memberName(encryptor, row)]),
    ...tokens.map((row): [string, string] => [`token ${row.id}`, row.name]),
    ...organisations.map((row): [string, string] => [`organisation ${row.id}`, row.name]),
    ...events.map((row): [string, string] => [`event ${row.id}`, row.title]),
  ]);
}

/** Latest first; `before`: only rows with a lower number. */
export async function readAuditPage(
  db: Db,
  encryptor: Encryptor,
  { organisationId, before }: { readonly organisationId: OrganisationId; readonly before: number | undefined },
): Promise<AuditPage> {
  const rows = await db
    .select()
    .from(audit)
    .where(and(eq(audit.organisationId, organisationId), before === undefined ? undefined : lt(audit.seq, before)))
    .orderBy(desc(audit.seq))
    .limit(PAGE + 1);
  const shown = rows.slice(0, PAGE);
  const names = await readNames(db, encryptor, shown);
  const lines = shown.map((row) => ({
    ...row,
    whoName: names.get(`${row.whoKind} ${row.whoId ?? ''}`) ?? null,
    objectName: names.get(`${row.objectKind} ${row.objectId ?? ''}`) ?? null,
  }));
  return { lines, next: rows.length > PAGE ? (shown.at(-1)?.seq ?? null) : null };
}
