/** Copies of an event on other days, each a draft of its own (E3). */
import { randomUUID } from 'node:crypto';
import { cloneDraft } from '../../domain/event/clone';
import type { Tx } from '../db/database';
import { type DraftContext, isRefused, lockFor, refuse, type Refused } from './draft-act';
import { bodyOf } from './draft-row';
import { createDraft } from './save-draft';

export type Cloned = { readonly ok: true; readonly ids: readonly string[] } | Refused;

/** All of them or none. */
export async function cloneEvent(tx: Tx, id: string, dates: readonly string[], context: DraftContext): Promise<Cloned> {
  const work = await lockFor(tx, id, 'event:edit', context);
  if (isRefused(work)) return work;
  const ids: string[] = [];
  for (const date of dates) {
    const copy = cloneDraft(bodyOf(work), date, context.now);
    if (!copy.ok) return refuse(copy.code);
    const copyId = randomUUID();
    const made = await createDraft(tx, copyId, copy.body, context, { cleared: copy.cleared });
    // The first is refused or none: they differ in their days only.
    if (!made.ok) return made;
    ids.push(copyId);
  }
  return { ok: true, ids };
}
