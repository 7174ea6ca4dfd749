import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { signUpState } from '../../domain/agenda';
import type { Availability, QualityEvent } from '../../domain/event';
import { dayOf } from '../../domain/time';
import { t } from '../../i18n/strings';
import { momentWords } from '../../i18n/when';
import { useAvailability } from '../../sync/availability';
import { Fact } from './fact';

function seatsWords({ capacity, taken, waiting }: Availability): string {
  const words = t.signUp.seats;
  if (taken >= capacity) return words.full;
  return waiting > 0 ? words.waiting : words.left(capacity - taken);
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
      <Fact
        icon="ticket"
        name={t.event.signUp}
        note={terms === null ? undefined : `${t.event.capacity(terms.capacity)} · ${t.event.party(terms.maxParty)}`}
      >
        <View>{line}</View>
        {state.state === 'open' && seats !== undefined ? (
          <View className="event__seats">{seatsWords(seats)}</View>
        ) : null}
      </Fact>
    </View>
  );
}
