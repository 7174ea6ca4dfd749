/** Takes a report from somebody without an account, and finds out who reads it. */
import { randomBytes, randomUUID } from 'node:crypto';
import { and, eq, inArray } from 'drizzle-orm';
import { covers } from '../../domain/region/region';
import { makeReceipt } from '../../domain/report-fee/receipt';
import { recipientOf } from '../../domain/report-fee/recipient';
import type { ReportBody } from '../../domain/report-fee/report';
import type { Encryptor } from '../crypto/encryptor';
import type { Tx } from '../db/database';
import { organisation } from '../db/organisation-schema';
import { report, type ReportRow } from '../db/report-schema';
import { event } from '../db/schema';
import { ancestorsOf } from './ancestors';

export type Received =
  | { readonly ok: true; readonly receipt: string }
  | { readonly ok: false; readonly code: 'event-not-found' | 'report-id-used' };

export type ReportField = 'what' | 'contact';

export const placeOf = (id: string, field: ReportField): string => `report:${id}:${field}`;

/** `null`: purged, none was given, or its key is gone. */
export function decryptField(encryptor: Encryptor, row: ReportRow, field: ReportField): string | null {
  const encrypted = row[field];
  return encrypted === null ? null : encryptor.decrypt({ keyId: row.keyId, encrypted }, placeOf(row.id, field));
}

function newReceipt(): string {
  const receipt = makeReceipt(randomBytes(64));
  // So many bytes fail once in some billion times.
  return receipt ?? newReceipt();
}

/** A contact that was purged meanwhile cannot be told apart from the one that is sent again. */
function isSame(encryptor: Encryptor, row: ReportRow, body: ReportBody): boolean {
  const contact = decryptField(encryptor, row, 'contact');
  return (
    row.kind === body.kind &&
    row.eventId === (body.event ?? null) &&
    row.sum === (body.sum ?? null) &&
    decryptField(encryptor, row, 'what') === body.what &&
    (contact === null || contact === body.contact)
  );
}

interface About {
  readonly organisationId: string | null;
  readonly recipients: string[];
}

async function findRecipients(tx: Tx, body: ReportBody): Promise<About | null> {
  const [about] =
    body.event === undefined
      ? []
      : await tx
          .select({ region: event.region, organisationId: event.organisationId, own: organisation.region })
          .from(event)
          .leftJoin(organisation, eq(organisation.id, event.organisationId))
          .where(and(eq(event.id, body.event), eq(event.removed, false)));
  if (body.event !== undefined && !about) return null;
  const organisationId = about?.organisationId ?? null;
  if (body.kind === 'feedback' || !about) return { organisationId, recipients: [] };
  const region = about.own ?? about.region;
  const above = await tx
    .select({ id: organisation.id, region: organisation.region })
    .from(organisation)
    .where(and(inArray(organisation.region, ancestorsOf(region)), eq(organisation.state, 'active')));
  const recipient = recipientOf(
    { organisation: organisationId, region },
    above.filter((each) => covers(each.region, region)),
  );
  return { organisationId, recipients: recipient.to === 'operator' ? [] : [...recipient.ids] };
}

/** The same id with the same body again gets the stored receipt. */
export async function receiveReport(
  tx: Tx,
  body: ReportBody,
  { encryptor, now }: { readonly encryptor: Encryptor; readonly now: number },
): Promise<Received> {
  const id = body.id ?? randomUUID();
  const about = await findRecipients(tx, body);
  if (!about) return { ok: false, code: 'event-not-found' };
  const { keyId, encrypted: what } = encryptor.encrypt(body.what, placeOf(id, 'what'));
  const contact = body.contact === undefined || body.contact === '' ? null : body.contact;
  const [row] = await tx
    .insert(report)
    .values({
      ...{ id, receipt: newReceipt(), kind: body.kind, eventId: body.event ?? null, ...about, keyId, what },
      contact: contact === null ? null : encryptor.encrypt(contact, placeOf(id, 'contact')).encrypted,
      ...{ sum: body.sum ?? null, createdAt: now, changedAt: now },
    })
    .onConflictDoNothing({ target: report.id })
    .returning({ receipt: report.receipt });
  if (row) return { ok: true, receipt: row.receipt };
  const [stored] = await tx.select().from(report).where(eq(report.id, id));
  return stored && isSame(encryptor, stored, body)
    ? { ok: true, receipt: stored.receipt }
    : { ok: false, code: 'report-id-used' };
}
