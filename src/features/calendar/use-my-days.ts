import { useMemo } from 'react';
import { daysTouched } from '../../../domain/time/time';
import { useMySignUpList } from '../../sync/my-events';

/** How many confirmed sign-ups of this person each day has. `now`: epoch ms. */
export function useMyDays(now: number): ReadonlyMap<string, number> {
  const mine = useMySignUpList(now);
  return useMemo(() => {
    const days = new Map<string, number>();
    for (const { status, startsAt, endsAt } of mine) {
      if (status !== 'confirmed') continue;
      for (const day of daysTouched(startsAt, endsAt)) days.set(day, (days.get(day) ?? 0) + 1);
    }
    return days;
  }, [mine]);
}
