import { BUILT_IN_GUIDE } from '../../../domain/complaint/built-in-guide';
import type { ComplaintGuide } from '../../../domain/complaint/complaint-guide';
import { useReplica } from '../../sync/replica';

/** What is told of 12315: as the feed last said, else as the app was built. */
export function useGuide(): ComplaintGuide {
  return useReplica((state) => state.replica.campaign?.guide12315) ?? BUILT_IN_GUIDE;
}

/** The official mini-program's appId; `undefined` where the server was given none. */
export function useOfficialApp(): string | undefined {
  return useReplica((state) => state.replica.campaign?.deployment?.app12315);
}
