/** An organisation's audit log, a page at a time, with the names of those whom it still knows. */
import type { OrganisationId } from '../../domain/ids';
import { and, desc, eq, inArray, lt } from 'drizzle-orm';
import { memberName } from '../access/staff-me';
import { audit, type AuditRow } from '../db/audit-schema';
import type { Encryptor } from '../crypto/encryptor';
import type { Db } from '../db/database';
import { organisation } from '../db/organisation-schema';
import { event } from '../db/schema';
import { signUp } from '../db/account-schema';
import { eventDraft } from '../db/draft-schema';
import { apiToken, member, memberPhone } from '../db/staff-schema';

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

/** Objects that are called after the event that they belong to. */
const OF_EVENTS: readonly string[] = ['event', 'roster'];

async function readNames(db: Db, encryptor: Encryptor, rows: readonly AuditRow[]): Promise<Names> {
  const idsOf = (...kinds: readonly string[]): string[] => [
    ...new Set(
      rows.flatMap(({ whoKind, whoId, objectKind, objectId }) => [
        ...(kinds.includes(whoKind) && whoId !== null ? [whoId] : []),
        ...(kinds.includes(objectKind) && objectId !== null ? [objectId] : []),
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
  const phones = await db
    .select({ id: memberPhone.id, name: memberPhone.name })
    .from(memberPhone)
    .where(inArray(memberPhone.id, idsOf('phone')));
  const organisations = await db
    .select()
    .from(organisation)
    .where(inArray(organisation.id, idsOf('organisation')));
  const ids = idsOf(...OF_EVENTS);
  const drafts = await db
    .select({ id: eventDraft.eventId, title: eventDraft.title })
    .from(eventDraft)
    .where(inArray(eventDraft.eventId, ids));
  const events = await db.select({ id: event.id, title: event.title }).from(event).where(inArray(event.id, ids));
  const signUps = await db
    .select({ id: signUp.id, title: event.title })
    .from(signUp)
    .innerJoin(event, eq(event.id, signUp.eventId))
    .where(inArray(signUp.id, idsOf('sign-up')));
  return new Map([
    ...members.map((row): [string, string] => [`member ${row.id}`, memberName(encryptor, row)]),
    ...tokens.map((row): [string, string] => [`token ${row.id}`, row.name]),
    ...organisations.map((row): [string, string] => [`organisation ${row.id}`, row.name]),
    ...phones.map((row): [string, string] => [`phone ${row.id}`, row.name]),
    ...signUps.map((row): [string, string] => [`sign-up ${row.id}`, row.title]),
    // What citizens see comes after the draft, and so holds.
    ...[...drafts, ...events].flatMap(({ id, title }) =>
      title === null ? [] : OF_EVENTS.map((kind): [string, string] => [`${kind} ${id}`, title]),
    ),
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
