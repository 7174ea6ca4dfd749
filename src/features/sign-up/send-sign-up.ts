import type { QualityEvent } from '../../../domain/event/event';
import type { FilledForm } from '../../../domain/sign-up/sign-up-form';
import { privacyPage } from '../../../words/strings';
import { rememberContact } from '../../sync/drafts';
import { askForReminders } from '../../sync/messages';
import { submitSignUp } from '../../sync/outbox';
import { contactToRemember } from './form-values';

/** From the tap: WeChat lets reminders be asked for there only, and this is when somebody wants to hear of changes. */
export function sendSignUp(event: QualityEvent, form: FilledForm): void {
  void askForReminders();
  rememberContact(contactToRemember(form));
  submitSignUp({ event, consent: privacyPage.version, form: form.values });
}
