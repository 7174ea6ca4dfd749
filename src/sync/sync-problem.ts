/** Why something could not be fetched; what is here is as good as it was. */
import type { CallFailure } from './call';

/** `unknown`: the server has no such thing; asking again never helps. `too-large`: the phone has no room for all of it. */
export type SyncProblem = 'offline' | 'timeout' | 'server' | 'garbage' | 'unknown' | 'too-large';

/** `unknownAt`: the statuses by which the server says that it has no such thing. */
export function toSyncProblem(failure: CallFailure, unknownAt: readonly number[]): SyncProblem {
  switch (failure.reason) {
    case 'http':
      return unknownAt.includes(failure.status) ? 'unknown' : 'server';
    case 'no-session':
    case 'wechat':
      return 'server';
    case 'offline':
    case 'timeout':
    case 'garbage':
      return failure.reason;
  }
}
