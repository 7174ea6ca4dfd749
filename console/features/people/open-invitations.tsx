import { App, Button } from 'antd';
import type { ReactElement } from 'react';
import { consoleWords } from '../../../words/console';
import { momentText } from '../../../words/console/dates';
import { membersWords as words } from '../../../words/console/people';
import { API } from '../../api';
import { now } from '../../clock';
import { useOrganisation } from '../../session/organisation';
import { useAct } from '../../session/use-act';
import { useAsk } from '../../session/use-ask';
import { RefusalAlert } from '../../ui/refusal-alert';

export function OpenInvitations(): ReactElement | null {
  const { id: org } = useOrganisation();
  const list = useAsk(API.invitations, { params: { org } });
  const { act, busy, refusal } = useAct();
  const { message } = App.useApp();
  const open = list.data?.invitations ?? [];
  if (open.length === 0) return null;
  async function revoke(id: string): Promise<void> {
    const answer = await act(API.revokeInvitation, { params: { org, id } });
    if (answer?.ok === true) void message.success(words.revoked);
  }
  return (
    <section className="card" aria-label={words.open}>
      <h2 className="card__title">{words.open}</h2>
      <RefusalAlert refusal={refusal} />
      <ul className="lines">
        {open.map(({ id, role, expiresAt }) => (
          <li key={id} className="lines__line lines__line--row">
            <span>
              {consoleWords.roles[role]} <span className="quiet">{words.expires(momentText(expiresAt, now()))}</span>
            </span>
            <Button
              size="small"
              danger
              loading={busy}
              aria-label={words.revokeOf(consoleWords.roles[role])}
              onClick={() => void revoke(id)}
            >
              {words.revoke}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
