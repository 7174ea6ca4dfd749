/** Why an attempt to send got no answer: nothing that the person typed is wrong. */
import type { CallFailure } from './call';

/** `no-room`: it was not sent, since the phone could not keep whose seat it is. */
export type SendFailure = 'offline' | 'timeout' | 'server' | 'wechat' | 'no-room';

export function toSendFailure({ reason }: CallFailure): SendFailure {
  return reason === 'offline' || reason === 'timeout' || reason === 'wechat' ? reason : 'server';
}
