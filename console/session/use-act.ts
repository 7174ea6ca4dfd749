/** Writing: one act at a time, said to be busy meanwhile. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { Answer, Endpoint, Sent } from '../net/call';
import type { Refusal } from '../net/refusal';
import { useSession } from './session';
import { ONCE } from './use-ask';

interface Acting {
  /** `null` while another act is still under way: a second tap does nothing. */
  readonly act: <T>(endpoint: Endpoint<T>, sent?: Sent) => Promise<Answer<T> | null>;
  readonly busy: boolean;
  /** Of the last act, until the next one. */
  readonly refusal: Refusal | null;
  readonly forget: () => void;
}

/** What was read before is asked for again once something has been written. */
export function useAct(): Acting {
  const { ask } = useSession();
  const queries = useQueryClient();
  const isActing = useRef(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const act = useCallback(
    async <T>(endpoint: Endpoint<T>, sent?: Sent): Promise<Answer<T> | null> => {
      if (isActing.current) return null;
      isActing.current = true;
      setBusy(true);
      setRefusal(null);
      const answer = await ask(endpoint, sent);
      isActing.current = false;
      setBusy(false);
      if (answer.ok) void queries.invalidateQueries({ predicate: ({ meta }) => meta !== ONCE });
      else setRefusal(answer.refusal);
      return answer;
    },
    [ask, queries],
  );
  const forget = useCallback(() => {
    setRefusal(null);
  }, []);
  return { act, busy, refusal, forget };
}
