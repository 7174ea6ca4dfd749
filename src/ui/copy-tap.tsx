import type { PropsWithChildren, ReactElement } from 'react';
import { t } from '../../words/strings';
import { say } from '../platform/ask';
import { copyText } from '../platform/phone';
import { Tap } from './tap';

interface CopyTapProps {
  readonly text: string;
  /** What a screen reader says. */
  readonly label: string;
  readonly className?: string;
}

export async function copyAndSay(text: string): Promise<void> {
  say((await copyText(text)) === 'done' ? t.phone.copied : t.phone.notCopied);
}

/** A tap copies the text, and says so. */
export function CopyTap({ text, label, className = '', children }: PropsWithChildren<CopyTapProps>): ReactElement {
  return (
    <Tap label={label} className={className} onTap={() => void copyAndSay(text)}>
      {children}
    </Tap>
  );
}
