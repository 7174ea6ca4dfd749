import { BUILT_IN_GUIDE } from '../../../domain/complaint/built-in-guide';
import type { ComplaintGuide } from '../../../domain/complaint/complaint-guide';
import { useReplica } from '../../sync/replica';

/** The guide to 12315: the feed's last one, else the one that the app was built with. */
export function useGuide(): ComplaintGuide {
  return useReplica((state) => state.replica.campaign?.guide12315) ?? BUILT_IN_GUIDE;
}

/** The official mini-program's appId; `undefined` where the server was given none. */
export function useOfficialApp(): string | undefined {
  return useReplica((state) => state.replica.campaign?.deployment?.app12315);
}
