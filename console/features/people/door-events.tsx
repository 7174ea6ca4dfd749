import { Select } from 'antd';
import type { ReactElement } from 'react';
import { dayOf } from '../../../domain/time/time';
import { membersWords as words } from '../../../words/console/people';
import { API } from '../../api';
import { now } from '../../clock';
import type { Member } from '../../net/answers';
import { useOrganisation } from '../../session/organisation';
import { useAct } from '../../session/use-act';
import { useAsk } from '../../session/use-ask';

/** At which events a door member checks entry. */
export function DoorEvents({ member }: { readonly member: Member }): ReactElement {
  const { id: org } = useOrganisation();
  const list = useAsk(API.events, { params: { org }, query: { of: 'own', state: 'published', from: dayOf(now()) } });
  const { act, busy } = useAct();
  return (
    <Select<string[]>
      size="small"
      mode="multiple"
      className="role"
      aria-label={words.doorEventsOf(member.name)}
      placeholder={words.doorEvents}
      loading={busy || list.isLoading}
      value={[...(member.events ?? [])]}
      options={(list.data?.events ?? []).map(({ id, title }) => ({ value: id, label: title ?? id }))}
      onChange={(events) => void act(API.changeMember, { params: { org, id: member.id }, body: { events } })}
    />
  );
}
