import { Button, Modal, Radio } from 'antd';
import { type ReactElement, useState } from 'react';
import { consoleWords } from '../../../words/console';
import { inviteWords as words } from '../../../words/console/people';
import { API } from '../../api';
import { type Role, ROLES } from '../../../domain/permission';
import { useOrganisation } from '../../session/organisation';
import { useAct } from '../../session/use-act';
import { Field } from '../../ui/field';
import { RefusalAlert } from '../../ui/refusal-alert';
import { InvitationLink } from './invitation-link';
import { useReturnFocus } from '../../ui/use-return-focus';

export function InviteDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  useReturnFocus();
  const { id: org } = useOrganisation();
  const { act, busy, refusal } = useAct();
  const [role, setRole] = useState<Role>('editor');
  const [token, setToken] = useState<string | null>(null);

  async function invite(): Promise<void> {
    const answer = await act(API.invite, { params: { org }, body: { role } });
    if (answer?.ok === true) setToken(answer.value.token);
  }

  return (
    <Modal
      open
      title={words.title}
      onCancel={onClose}
      footer={
        token === null ? (
          <Button type="primary" loading={busy} onClick={() => void invite()}>
            {words.submit}
          </Button>
        ) : (
          <Button type="primary" onClick={onClose}>
            {words.done}
          </Button>
        )
      }
    >
      {token === null ? (
        <div className="stack">
          <RefusalAlert refusal={refusal} />
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
        </div>
      ) : (
        <InvitationLink token={token} text={words.ready} />
      )}
    </Modal>
  );
}
