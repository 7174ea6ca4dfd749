import { useRef, useState } from 'react';
import type { Called } from '../../sync/call';

interface Page {
  /** Where the next page begins; `null`: this was the last. */
  readonly next: string | null;
}

export interface Further<Row> {
  readonly rows: readonly Row[];
  /** Whether there is another page. */
  readonly hasMore: boolean;
  /** The last attempt came to nothing. */
  readonly failed: boolean;
  readonly more: () => void;
}

/**
 * All rows of the first page and of those that were asked for since, a tap each. Another first page begins anew. `first`:
 * `null` while it has not come.
 */
export function useFurther<Answer extends Page, Row>(
  first: Answer | null,
  rowsOf: (page: Answer) => readonly Row[],
  ask: (after: string) => Promise<Called<Answer>>,
): Further<Row> {
  const [further, setFurther] = useState<{
    readonly of: Answer;
    readonly pages: readonly Answer[];
    readonly failed: boolean;
  }>();
  const asking = useRef(false);
  const known = further !== undefined && further.of === first ? further : { pages: [], failed: false };
  const pages = first === null ? [] : [first, ...known.pages];
  const next = pages[pages.length - 1]?.next ?? null;
  const more = async (): Promise<void> => {
    if (first === null || next === null || asking.current) return;
    asking.current = true;
    const answer = await ask(next);
    asking.current = false;
    setFurther({
      of: first,
      pages: answer.ok ? [...known.pages, answer.value] : known.pages,
      failed: !answer.ok,
    });
  };
  return { rows: pages.flatMap(rowsOf), hasMore: next !== null, failed: known.failed, more: () => void more() };
}
