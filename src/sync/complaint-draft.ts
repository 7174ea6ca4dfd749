/** The draft of a 投诉 or 举报: on this phone only, until it is deleted. Nothing here knows the network. */
import * as v from 'valibot';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import {
  type ComplaintDraft,
  ComplaintDraftSchema,
  cutToLimit,
  type DraftField,
  EMPTY_DRAFT,
  isBegun,
} from '../../domain/complaint/complaint-draft';
import { stripIdentity } from '../../domain/text/identity-number';
import { writePending } from '../platform/late-writing';
import { read } from '../platform/storage';
import { dropOwn, keepOwnAtPause } from './room';

const KEY = 'complaint-draft';

interface State {
  /** The form as it stands; stored only once something was written in it. */
  readonly draft: ComplaintDraft;
  /** The field that an identity number was just taken out of. */
  readonly stripped: DraftField | null;
}

function stored(): ComplaintDraft {
  const parsed = v.safeParse(ComplaintDraftSchema, read(KEY));
  return parsed.success ? parsed.output : EMPTY_DRAFT;
}

export const complaintDraft = createStore<State>(() => ({ draft: stored(), stripped: null }));

export function useComplaintDraft(): State {
  return useStore(complaintDraft);
}

export function changeDraft(part: Partial<ComplaintDraft>): void {
  const draft = { ...complaintDraft.getState().draft, ...part };
  complaintDraft.setState({ draft });
  if (isBegun(draft)) {
    keepOwnAtPause(KEY, draft, 'draft');
    return;
  }
  dropOwn(KEY);
}

/** Takes what stands in a field. `typing`: more may follow; otherwise the field was left. */
export function writeField(field: DraftField, typed: string, typing: boolean): void {
  const { text, found } = stripIdentity(typed, { typing });
  changeDraft({ [field]: cutToLimit(field, text) });
  if (!typing) writePending();
  if (found) complaintDraft.setState({ stripped: field });
  else if (typing && complaintDraft.getState().stripped === field && text !== '')
    complaintDraft.setState({ stripped: null });
}

/** What stands there afterwards is a fresh form of the same kind. */
export function deleteDraft(): void {
  dropOwn(KEY);
  const { kind } = complaintDraft.getState().draft;
  complaintDraft.setState({ draft: { ...EMPTY_DRAFT, kind }, stripped: null });
}
