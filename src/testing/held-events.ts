/** Events of September 2026 for tests of the screens: `held('讲座', '18T14:00', '18T16:00')`. */
import type { QualityEvent, WireEvent } from '../../domain/event/event';
import { eventNamed } from '../../domain/testing/fake-feed-server';
import { parseInstant } from '../../domain/time/time';

const written = (moment: string): string => `2026-09-${moment}:00+08:00`;

/** Epoch ms of `18T14:00` in China. */
export function at(moment: string): number {
  return parseInstant(written(moment)) ?? Number.NaN;
}

/** Its id is its title. */
export function held(title: string, from: string, to: string, part: Partial<WireEvent> = {}): QualityEvent {
  return { ...eventNamed('held', 1, { title, startsAt: written(from), endsAt: written(to), ...part }), id: title };
}

type SignUp = NonNullable<WireEvent['signUp']>;

/** Sign-up from the 1st until the 17th at 18:00. */
export function terms(part: Partial<Omit<SignUp, 'opensAt' | 'closesAt'>> = {}): SignUp {
  return {
    form: 'visit',
    opensAt: written('01T08:00'),
    closesAt: written('17T18:00'),
    capacity: 40,
    maxParty: 5,
    ...part,
  };
}
