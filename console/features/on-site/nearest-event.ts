/** Which event 现场 opens with. */
import { parseInstant } from '../../../domain/time/time';
import type { EventLine } from '../../net/answers';

type Timed = Pick<EventLine, 'id' | 'startsAt' | 'endsAt' | 'seats'>;

/**
 * The one that is on; else the next for which people signed up, since it has a list to check; else the next; else the last.
 * `now` is epoch ms; an empty text: there is none.
 */
export function nearestTo(now: number, events: readonly Timed[]): string {
  const startOf = ({ startsAt }: Timed): number => parseInstant(startsAt ?? '') ?? 0;
  const endOf = ({ startsAt, endsAt }: Timed): number => parseInstant(endsAt ?? startsAt ?? '') ?? 0;
  const inOrder = [...events].sort((a, b) => startOf(a) - startOf(b));
  const coming = inOrder.filter((event) => endOf(event) >= now);
  const chosen =
    coming.find((event) => startOf(event) <= now) ??
    coming.find(({ seats }) => (seats?.taken ?? 0) > 0) ??
    coming[0] ??
    inOrder[inOrder.length - 1];
  return chosen?.id ?? '';
}
