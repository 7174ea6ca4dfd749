import { useCallback, useEffect, useRef, useState } from 'react';
import { usePageShown } from '../../platform/lifecycle';
import { type Called, isUnreached } from '../../sync/call';

/** `gone`: not there, or not theirs any more; the server says the same of both. */
export type Asked<Value> =
  { readonly status: 'asking' | 'offline' | 'failed' | 'gone' } | { readonly status: 'here'; readonly value: Value };

function toAsked<Value>(answer: Called<Value>): Asked<Value> {
  if (answer.ok) return { status: 'here', value: answer.value };
  if (isUnreached(answer)) return { status: 'offline' };
  return { status: answer.reason === 'http' && answer.status === 404 ? 'gone' : 'failed' };
}

/**
 * What the server says now: asked at each showing of the page and when `ask` changes, held in memory only. Without an
 * answer, what was shown stays on the screen.
 */
export function useAsked<Value>(ask: () => Promise<Called<Value>>): {
  readonly asked: Asked<Value>;
  readonly again: () => void;
} {
  const [asked, setAsked] = useState<Asked<Value>>({ status: 'asking' });
  const latest = useRef(ask);
  latest.current = ask;
  const again = useCallback((): void => {
    const asking = latest.current;
    void asking().then((answer) => {
      // What was asked before has been asked otherwise meanwhile.
      if (latest.current !== asking) return;
      const next = toAsked(answer);
      setAsked((shown) => (shown.status === 'here' && next.status === 'offline' ? shown : next));
    });
  }, []);
  useEffect(again, [again, ask]);
  const first = useRef(true);
  usePageShown(() => {
    if (!first.current) again();
    first.current = false;
  });
  return { asked, again };
}
