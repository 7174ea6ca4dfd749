import { Radio } from 'antd';
import { type ReactElement, useState } from 'react';
import { consoleWords } from '../../../words/console';
import { inviteWords as words } from '../../../words/console/people';
import { API } from '../../api';
import { type Role, ROLES } from '../../../domain/permission';
import { useOrganisation } from '../../session/organisation';
import { useAct } from '../../session/use-act';
import { Field } from '../../ui/field';
import { LinkOnce } from './link-once';
import { OnceDialog } from '../../blocks/once-dialog';

export function InviteDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { id: org } = useOrganisation();
  const { act, busy, refusal } = useAct();
  const [role, setRole] = useState<Role>('editor');
  const [token, setToken] = useState<string | null>(null);

  async function invite(): Promise<void> {
    const answer = await act(API.invite, { params: { org }, body: { role } });
    if (answer?.ok === true) setToken(answer.value.token);
  }

  return (
    <OnceDialog
      title={words.title}
      submit={words.submit}
      done={words.done}
      busy={busy}
      refusal={refusal}
      onSubmit={() => void invite()}
      onClose={onClose}
      made={
        token === null ? null : (
          <LinkOnce path={`invitation/${token}`} text={words.ready} label={words.link} qr={words.qr} />
        )
      }
    >
      <Field label={words.role} group>
        {() => (
          <Radio.Group
            className="choices choices--lines"
            value={role}
            onChange={({ target }) => {
              setRole(ROLES.find((each) => each === target.value) ?? role);
            }}
          >
            {ROLES.map((each) => (
              <Radio key={each} value={each}>
                {consoleWords.roles[each]}
                <span className="quiet">　{consoleWords.roleTexts[each]}</span>
              </Radio>
            ))}
          </Radio.Group>
        )}
      </Field>
    </OnceDialog>
  );
}
