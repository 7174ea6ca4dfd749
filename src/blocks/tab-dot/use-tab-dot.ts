import { useEffect, useState } from 'react';
import { usePageShown } from '../../platform/lifecycle';
import { showTabDot } from '../../platform/navigation';
import { useHasNews } from '../../sync/my-events';

const MINE = 2;

/** The red dot on 我的. Called by every tab page: the bar can only be drawn on while it is there. */
export function useTabDot(): void {
  const news = useHasNews();
  const [shown, setShown] = useState(0);
  usePageShown(() => {
    setShown((times) => times + 1);
  });
  useEffect(() => {
    showTabDot(MINE, news);
  }, [news, shown]);
}
