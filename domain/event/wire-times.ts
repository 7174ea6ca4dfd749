import { formatInstant } from '../time/time';
import type { PublishBody, WirePublishBody } from './event';

type Timed = Pick<PublishBody, 'startsAt' | 'endsAt' | 'signUp'>;
type WireTimed = Pick<WirePublishBody, 'startsAt' | 'endsAt' | 'signUp'>;

/** An event, or the body of one, with its epoch ms as text with an offset: as it is sent. */
export function withWireTimes<T extends Timed>({
  startsAt,
  endsAt,
  signUp,
  ...rest
}: T): Omit<T, keyof Timed> & WireTimed {
  return {
    ...rest,
    startsAt: formatInstant(startsAt),
    endsAt: formatInstant(endsAt),
    signUp: signUp && { ...signUp, opensAt: formatInstant(signUp.opensAt), closesAt: formatInstant(signUp.closesAt) },
  };
}
