/** Reading: what the server answers, kept while it is fresh. */
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Endpoint, Sent } from '../net/call';
import { RefusalError } from '../net/refusal';
import { useSession } from './session';

interface Options {
  readonly enabled?: boolean;
  /** While another page of the same list is asked for, the former one stays. */
  readonly keep?: boolean;
  /** Reading is an act in itself: never repeated unasked, never kept. */
  readonly once?: boolean;
  /** Changes on the screen only when it is asked to. */
  readonly still?: boolean;
  /** Asked again after so long, while the page is seen. */
  readonly everyMs?: number;
}

export function useAsk<T>(
  endpoint: Endpoint<T>,
  sent: Sent = {},
  { enabled = true, keep = false, once = false, still = false, everyMs }: Options = {},
): UseQueryResult<T> {
  const { ask } = useSession();
  return useQuery<T>({
    queryKey: [endpoint.path, sent.params ?? {}, sent.query ?? {}],
    queryFn: async () => {
      const answer = await ask(endpoint, sent);
      if (!answer.ok) throw new RefusalError(answer.refusal);
      return answer.value;
    },
    enabled,
    ...(everyMs !== undefined && { refetchInterval: everyMs }),
    ...(keep && { placeholderData: (before) => before }),
    ...(still && {
      staleTime: Infinity,
      gcTime: 0,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      meta: ONCE,
    }),
    ...(once && {
      staleTime: Infinity,
      gcTime: 0,
      retry: false,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      meta: ONCE,
    }),
  });
}

/** Marks what a write must not ask for again. */
export const ONCE = { once: true } as const;
