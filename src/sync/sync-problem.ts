/** Why something could not be fetched; what is here is as good as it was. */
import { busyFor, type CallFailure } from './call';

/**
 * `unknown`: the server has no such thing; asking again never helps. `too-large`: the phone has no room for all of it.
 * `busy`: the server has too much to do and said when to come back.
 */
export type SyncProblem = 'offline' | 'timeout' | 'server' | 'busy' | 'garbage' | 'unknown' | 'too-large';

/** `unknownAt`: the statuses by which the server says that it has no such thing. */
export function toSyncProblem(failure: CallFailure, unknownAt: readonly number[]): SyncProblem {
  switch (failure.reason) {
    case 'http':
      if (unknownAt.includes(failure.status)) return 'unknown';
      return busyFor(failure) === null ? 'server' : 'busy';
    case 'no-session':
    case 'wechat':
      return 'server';
    case 'offline':
    case 'timeout':
    case 'garbage':
      return failure.reason;
  }
}
