import { type ReactElement, useState } from 'react';
import { inviteWords, resetWords as words } from '../../../words/console/people';
import { API } from '../../api';
import type { Member } from '../../net/answers';
import { useOrganisation } from '../../session/organisation';
import { useAct } from '../../session/use-act';
import { LinkOnce } from './link-once';
import { OnceDialog } from '../../blocks/once-dialog';

interface ResetDialogProps {
  readonly member: Member;
  readonly onClose: () => void;
}

/** A way back in for a colleague who lost password or authenticator (rule A4). */
export function ResetDialog({ member: { id, name }, onClose }: ResetDialogProps): ReactElement {
  const { id: org } = useOrganisation();
  const { act, busy, refusal } = useAct();
  const [token, setToken] = useState<string | null>(null);

  async function make(): Promise<void> {
    const answer = await act(API.resetMember, { params: { org, id } });
    if (answer?.ok === true) setToken(answer.value.token);
  }

  return (
    <OnceDialog
      title={words.title(name)}
      submit={words.submit}
      done={inviteWords.done}
      busy={busy}
      refusal={refusal}
      onSubmit={() => void make()}
      onClose={onClose}
      made={
        token === null ? null : <LinkOnce path={`reset/${token}`} text={words.ready} label={words.link} qr={words.qr} />
      }
    >
      <p>{words.text}</p>
    </OnceDialog>
  );
}
