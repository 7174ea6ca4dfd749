import type { ReactElement } from 'react';
import { CopyText } from '../../ui/copy-text';
import { QrPicture } from '../../ui/qr-picture';

interface LinkOnceProps {
  /** Of the console, with its secret. */
  readonly path: string;
  readonly text: string;
  readonly label: string;
  readonly qr: string;
}

/** The one time that a link is shown: to copy, and as a code. */
export function LinkOnce({ path, text, label, qr }: LinkOnceProps): ReactElement {
  const link = `${location.origin}/console/${path}`;
  return (
    <>
      <p>{text}</p>
      <CopyText text={link} label={label} />
      <div className="factor">
        <QrPicture text={link} label={qr} />
      </div>
    </>
  );
}
