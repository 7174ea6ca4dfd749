import type { ReactElement } from 'react';
import { Tap } from './tap';

/** For the keyboard of a browser: seen once it has the focus. */
export function SkipLink({
  text,
  onSkip,
}: {
  readonly text: string;
  readonly onSkip: () => void;
}): ReactElement | null {
  if (process.env.TARO_ENV !== 'h5') return null;
  return (
    <Tap label={text} role="link" className="skip-link" onTap={onSkip}>
      {text}
    </Tap>
  );
}
