/** What a ticket shows of a form: whom it is for, names masked. The phone keeps this and nothing more of what was filled in. */
import * as v from 'valibot';
import { contactOf, type FilledForm, maskName } from './sign-up-form';

export const SignUpDetailsSchema = v.variant('kind', [
  v.object({
    kind: v.literal('training'),
    enterprise: v.string(),
    /** Everybody who attends, masked (`maskName`). */
    names: v.array(v.string()),
  }),
  v.object({
    kind: v.literal('qc'),
    groupName: v.string(),
    topic: v.string(),
    members: v.number(),
    /** Masked. */
    presenter: v.string(),
  }),
]);
export type SignUpDetails = v.InferOutput<typeof SignUpDetailsSchema>;

export interface ShownForm {
  /** The contact's name, masked. */
  readonly contact: string;
  readonly details?: SignUpDetails;
}

/** The part of a filled form that its ticket shows. A household's has nothing but its contact. */
export function shownOf(form: FilledForm): ShownForm {
  const contact = maskName(contactOf(form).name);
  switch (form.kind) {
    case 'visit':
    case 'metrology':
      return { contact };
    case 'training': {
      const { enterprise, attendees } = form.values;
      return { contact, details: { kind: 'training', enterprise, names: attendees.map(({ name }) => maskName(name)) } };
    }
    case 'qc': {
      const { groupName, topic, members, presenter } = form.values;
      return { contact, details: { kind: 'qc', groupName, topic, members, presenter: maskName(presenter) } };
    }
  }
}
