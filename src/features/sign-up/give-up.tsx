import type { EventId } from '../../../domain/ids';
import type { ReactElement } from 'react';
import { signUpForm } from '../../../words/strings';
import { confirm } from '../../platform/ask';
import { goBack } from '../../platform/navigation';
import { giveUpSending } from '../../sync/outbox';
import { Button } from '../../ui/button';

async function giveUp(eventId: EventId): Promise<void> {
  if (!(await confirm(signUpForm.giveUp))) return;
  giveUpSending(eventId);
  goBack('/pages/home/index');
}

/** The way out for who has changed their mind before the server has said anything. */
export function GiveUp({ eventId }: { readonly eventId: EventId }): ReactElement {
  return <Button look="quiet" text={signUpForm.giveUp.offer} onTap={() => void giveUp(eventId)} />;
}
