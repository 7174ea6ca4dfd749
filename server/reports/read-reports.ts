/** Reports as their recipient reads them. */
import { and, arrayContains, desc, eq, sql, type SQL } from 'drizzle-orm';
import type { ReportLine, ReportState } from '../../domain/report-fee/report';
import { formatInstant } from '../../domain/time/time';
import type { Encryptor } from '../crypto/encryptor';
import type { Db, Tx } from '../db/database';
import { organisation } from '../db/organisation-schema';
import { report, type ReportRow } from '../db/report-schema';
import { event } from '../db/schema';
import { decryptField } from './receive';

const MOST_REPORTS = 200;

/** Whose reports: an organisation's, or the operator's, which no organisation is above. */
export const ofRecipient = (organisationId: string | null): SQL | undefined =>
  organisationId === null
    ? sql`cardinality(${report.recipients}) = 0`
    : arrayContains(report.recipients, [organisationId]);

interface Joined {
  readonly row: ReportRow;
  readonly title: string | null;
  readonly suspended: boolean | null;
  readonly name: string | null;
}

function presentReport(encryptor: Encryptor, { row, title, suspended, name }: Joined): ReportLine {
  const { id, receipt, kind, eventId, organisationId, sum, state, words } = row;
  return {
    ...{ id, receipt, kind, sum, state, words },
    event: eventId === null || title === null ? null : { id: eventId, title, suspended: suspended === true },
    organisation: organisationId === null || name === null ? null : { id: organisationId, name },
    what: decryptField(encryptor, row, 'what') ?? '',
    hasContact: row.contact !== null,
    at: formatInstant(row.createdAt),
    changedAt: formatInstant(row.changedAt),
  };
}

const joined = (db: Db | Tx, condition: SQL | undefined) =>
  db
    .select({ row: report, title: event.title, suspended: event.suspended, name: organisation.name })
    .from(report)
    .leftJoin(event, and(eq(event.id, report.eventId), eq(event.removed, false)))
    .leftJoin(organisation, eq(organisation.id, report.organisationId))
    .where(condition);

/** The latest first. */
export async function listReports(
  db: Db,
  encryptor: Encryptor,
  organisationId: string | null,
  state: ReportState | undefined,
): Promise<ReportLine[]> {
  const wanted = state === undefined ? undefined : eq(report.state, state);
  const rows = await joined(db, and(ofRecipient(organisationId), wanted))
    .orderBy(desc(report.createdAt), desc(report.id))
    .limit(MOST_REPORTS);
  return rows.map((each) => presentReport(encryptor, each));
}

/** `null`: not there, or not theirs. */
export async function readReport(
  tx: Db | Tx,
  encryptor: Encryptor,
  which: SQL | undefined,
): Promise<{ readonly line: ReportLine; readonly contact: string | null } | null> {
  const [found] = await joined(tx, which);
  if (!found) return null;
  return { line: presentReport(encryptor, found), contact: decryptField(encryptor, found.row, 'contact') };
}
