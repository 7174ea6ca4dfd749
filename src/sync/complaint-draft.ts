/** The draft of a 投诉 or 举报: on this phone only, until it is deleted. Nothing here knows the network. */
import { useStore } from 'zustand';
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
import { persisted } from './persisted';

interface State {
  /** The form as it stands; stored only once something was written in it. */
  readonly draft: ComplaintDraft;
  /** The field that an identity number was just taken out of. */
  readonly stripped: DraftField | null;
}

const { store, update } = persisted<State, ComplaintDraft>({
  key: 'complaint-draft',
  version: 1,
  schema: ComplaintDraftSchema,
  empty: { draft: EMPTY_DRAFT, stripped: null },
  toState: (draft) => ({ draft, stripped: null }),
  toStored: ({ draft }) => (isBegun(draft) ? draft : EMPTY_DRAFT),
  owner: 'phone',
  missed: 'draft',
  atPause: true,
});
export const complaintDraft = store;

export function useComplaintDraft(): State {
  return useStore(complaintDraft);
}

export function changeDraft(part: Partial<ComplaintDraft>): void {
  update((state) => ({ ...state, draft: { ...state.draft, ...part } }));
}

/** Stores a field's text. `typing`: more may follow; otherwise the field was left. */
export function writeField(field: DraftField, typed: string, typing: boolean): void {
  const { text, found } = stripIdentity(typed, { typing });
  changeDraft({ [field]: cutToLimit(field, text) });
  if (!typing) writePending();
  if (found) complaintDraft.setState({ stripped: field });
  else if (typing && complaintDraft.getState().stripped === field && text !== '')
    complaintDraft.setState({ stripped: null });
}

/** Leaves a fresh form of the same kind. */
export function deleteDraft(): void {
  update(({ draft: { kind } }) => ({ draft: { ...EMPTY_DRAFT, kind }, stripped: null }));
}
