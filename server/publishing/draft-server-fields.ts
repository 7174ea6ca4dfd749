/** What is sent back of a draft's answer that is the server's: it must say what the server says. */
import { isDeepStrictEqual } from 'node:util';
import { type DraftBody, DRAFT_SERVER_FIELDS, type SentDraft } from '../../domain/event/draft';
import type { Tx } from '../db/database';
import type { FieldError } from '../http/errors';
import type { Work } from './draft-row';
import { presentWork } from './present-draft';
import { presentAsPublished } from './as-published';
import { presentEvent } from '../events/present';

/** These move by themselves, while somebody edits. */
const MOVING: ReadonlySet<string> = new Set(['counts', 'approval']);

type Said = Readonly<Record<string, unknown>>;

/** As it comes back: without what JSON leaves out. */
const asSent = (value: object): Said => JSON.parse(JSON.stringify(value)) as Said;

/** A field may say what it said before the change, what it would say after it, or what citizens are told of the event. */
export async function findDraftServerFields(
  tx: Tx,
  sent: SentDraft,
  body: DraftBody,
  work: Work,
): Promise<FieldError[]> {
  const said: Said = sent;
  const fields = [...DRAFT_SERVER_FIELDS, 'sample'].filter((field) => said[field] !== undefined && !MOVING.has(field));
  if (fields.length === 0) return [];
  const asPublished = await presentAsPublished(tx, work.id, body);
  const known = [
    await presentWork(tx, work, null),
    ...(work.live ? [presentEvent(work.live)] : []),
    ...(asPublished ? [asPublished] : []),
  ].map(asSent);
  return fields
    .filter((field) => !known.some((each) => isDeepStrictEqual(each[field], said[field])))
    .map((path) => ({ path, code: 'server-field' }));
}
