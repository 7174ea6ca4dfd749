import type { QualityEvent } from '../../../domain/event/event';
import { decideAction, type SignUpAction } from '../../../domain/sign-up/sign-up-action';
import { loadAvailability, useAvailability } from '../../sync/availability';
import { useOutgoing } from '../../sync/outbox';
import { useMySignUp } from '../../sync/my-events';
import { usePageShown } from '../../platform/lifecycle';
import { useEffect } from 'react';

/** What signing up for the event means now, by all that the phone knows; keeps its seats fresh. `now`: epoch ms. */
export function useSignUpAction(event: QualityEvent, now: number): SignUpAction {
  const mine = useMySignUp(event.id, now);
  const outgoing = useOutgoing(event.id);
  const seats = useAvailability(event.id);
  const seated = event.signUp !== null;
  // The event may arrive after its page was shown: a card that is opened on a first launch.
  useEffect(() => {
    if (seated) void loadAvailability(event.id);
  }, [event.id, seated]);
  usePageShown(() => {
    if (seated) void loadAvailability(event.id);
  });
  const sent = outgoing === undefined ? undefined : outgoing.refusal === null ? 'sending' : 'refused';
  return decideAction({ event, mine, outgoing: sent, seats, now });
}
