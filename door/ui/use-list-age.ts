import { useEffect, useState } from 'react';
import { MINUTE_MS } from '../../domain/time/time';
import { doorWords as words } from '../../words/door';

const EVERY_MS = 20_000;

/** How old the list is, in words that keep up with the clock; `null` without a list. */
export function useListAge(madeAt: number | null): string | null {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => {
      setNow(Date.now());
    }, EVERY_MS);
    return () => {
      clearInterval(timer);
    };
  }, [madeAt]);
  return madeAt === null ? null : words.listAge(Math.max(0, now - madeAt) / MINUTE_MS);
}
