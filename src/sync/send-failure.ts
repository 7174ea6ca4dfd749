/** Why an attempt to send got no answer: nothing that the person typed is wrong. */
import { busyFor, type CallFailure } from './call';

/**
 * `busy`: the server has too much to do and said when to come back. `no-room`: it was not sent, since the phone could not
 * keep whose seat it is.
 */
export type SendFailure = 'offline' | 'timeout' | 'server' | 'busy' | 'wechat' | 'no-room';

export function toSendFailure(failure: CallFailure): SendFailure {
  const { reason } = failure;
  if (busyFor(failure) !== null) return 'busy';
  return reason === 'offline' || reason === 'timeout' || reason === 'wechat' ? reason : 'server';
}
