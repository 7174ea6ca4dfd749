import type { ReactElement } from 'react';
import { inviteWords as words } from '../../../words/console/people';
import { CopyText } from '../../ui/copy-text';
import { QrPicture } from '../../ui/qr-picture';

/** The one time that an invitation is shown: as a link and as a code. */
export function InvitationLink({ token, text }: { readonly token: string; readonly text: string }): ReactElement {
  const link = `${location.origin}/console/invitation/${token}`;
  return (
    <div className="stack" role="status">
      <p>{text}</p>
      <CopyText text={link} label={words.link} />
      <div className="factor">
        <QrPicture text={link} label={words.qr} />
      </div>
    </div>
  );
}
