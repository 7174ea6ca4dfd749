import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { signUpState } from '../../../domain/event/agenda';
import type { Availability, QualityEvent, SignUpTerms as Terms } from '../../../domain/event/event';
import { dayOf } from '../../../domain/time/time';
import { signUpForm, t } from '../../../words/strings';
import { momentWords } from '../../../words/when';
import { useAvailability } from '../../sync/availability';
import { Fact } from './fact';

/** A QC group takes one place, however many belong to it. */
function sizeWords({ form, capacity, maxParty }: Terms): string {
  const words = t.event;
  return form === 'qc'
    ? `${words.groupCapacity(capacity)} · ${words.groupParty}`
    : `${words.capacity(capacity)} · ${words.party(Math.min(maxParty, capacity))}`;
}

function seatsWords({ capacity, taken, waiting }: Availability, form: Terms['form'] | undefined): string {
  const words = signUpForm.seats;
  if (taken >= capacity) return words.full;
  if (waiting > 0) return words.waiting;
  return form === 'qc' ? words.groupsLeft(capacity - taken) : words.left(capacity - taken);
}

/** Whether one signs up, until when, and for how many. `now`: epoch ms. */
export function SignUpTerms({
  event,
  now,
}: {
  readonly event: QualityEvent;
  readonly now: number;
}): ReactElement | null {
  const seats = useAvailability(event.id);
  if (event.status === 'cancelled') return null;
  const today = dayOf(now);
  const state = signUpState(event, now);
  const words = {
    none: () => t.event.noSignUp,
    closed: () => t.event.closed,
    suspended: () => t.signUp.action.suspended,
    'not-open': (at: number) => t.event.opens(momentWords(at, today)),
    open: (at: number) => t.event.closes(momentWords(at, today)),
  };
  const line =
    state.state === 'not-open'
      ? words['not-open'](state.opensAt)
      : state.state === 'open'
        ? words.open(state.closesAt)
        : words[state.state]();
  const terms = event.signUp;
  return (
    <View className="card event__facts">
      <Fact icon="ticket" name={t.event.signUp} note={terms === null ? undefined : sizeWords(terms)}>
        <View>{line}</View>
        {terms?.wechatOnly === true ? <View>{t.event.wechatOnly}</View> : null}
        {state.state === 'open' && seats !== undefined ? (
          <View className="event__seats">{seatsWords(seats, terms?.form)}</View>
        ) : null}
      </Fact>
    </View>
  );
}
