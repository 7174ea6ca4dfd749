import { Progress } from 'antd';
import { type ReactElement, useEffect, useState } from 'react';
import { importWords as words } from '../../../words/console/import';
import { now } from '../../clock';

const TICK_MS = 1_000;

/** Long work under way: what is done, and for how long already. */
export function AtWork({ text }: { readonly text: string }): ReactElement {
  const [started] = useState(now);
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const tick = setInterval(() => {
      setSeconds(Math.round((now() - started) / TICK_MS));
    }, TICK_MS);
    return () => {
      clearInterval(tick);
    };
  }, [started]);
  return (
    <div className="state">
      <div role="status">{text}</div>
      <Progress percent={100} status="active" showInfo={false} className="state__progress" aria-label={text} />
      <div className="quiet figures">{words.elapsed(seconds)}</div>
    </div>
  );
}
