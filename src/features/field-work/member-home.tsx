import { View } from '@tarojs/components';
import { type ReactElement, useState } from 'react';
import type { StaffMe } from '../../../domain/organisation/member';
import { fieldWork } from '../../../words/strings';
import { goTo } from '../../platform/navigation';
import { useReplica } from '../../sync/replica';
import { ariaProps } from '../../ui/a11y';
import { EmptyState } from '../../ui/notice';
import { Chip } from '../../ui/chip';
import { Row } from '../../ui/row';
import { DoorEvents } from './door-events';
import { EventList } from './event-list';

interface MemberHomeProps {
  readonly me: StaffMe;
  /** Epoch ms. */
  readonly now: number;
}

/** Who the phone acts as, and that organisation's events. */
export function MemberHome({ me, now }: MemberHomeProps): ReactElement {
  const { organisations } = me;
  const campaign = useReplica(({ replica }) => replica.campaign?.id);
  const [chosen, setChosen] = useState<string | null>(null);
  const own = organisations.find(({ id }) => id === chosen) ?? organisations[0];
  if (own === undefined) {
    return <EmptyState icon="building-2" title={fieldWork.list.noneTitle} text={fieldWork.list.noneText} />;
  }
  return (
    <View className="work">
      <View className="work__heading" {...ariaProps({ role: 'heading', level: 2 })}>
        {fieldWork.list.mine}
      </View>
      <View className="work__who">{`${me.member.name} · ${own.name} · ${fieldWork.roles[own.role]}`}</View>
      {organisations.length < 2 ? null : (
        <View className="work__chips">
          {organisations.map(({ id, name }) => (
            <Chip
              key={id}
              text={name}
              label={name}
              on={id === own.id}
              onTap={() => {
                setChosen(id);
              }}
            />
          ))}
        </View>
      )}
      {own.role === 'door' || campaign === undefined ? null : (
        <View className="card work__card--rows">
          <Row
            icon="file-text"
            title={fieldWork.summary.title}
            text={fieldWork.summary.text}
            onTap={() => {
              goTo('/packages/field/summary/index', { org: own.id, campaign });
            }}
          />
        </View>
      )}
      {own.role === 'door' ? (
        <DoorEvents key={own.id} org={own.id} ids={own.events ?? []} now={now} />
      ) : (
        <EventList key={own.id} org={own.id} now={now} />
      )}
    </View>
  );
}
