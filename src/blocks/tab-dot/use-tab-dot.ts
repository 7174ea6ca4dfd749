import { useEffect, useState } from 'react';
import { usePageShown } from '../../platform/lifecycle';
import { showTabDot } from '../../platform/navigation';
import { useNews } from '../../sync/standing';

const MINE = 2;

/** The red dot on 我的. Called by every tab page: the bar can only be drawn on while it is there. */
export function useTabDot(): void {
  const news = useNews();
  const [shown, setShown] = useState(0);
  usePageShown(() => {
    setShown((times) => times + 1);
  });
  useEffect(() => {
    showTabDot(MINE, news);
  }, [news, shown]);
}
