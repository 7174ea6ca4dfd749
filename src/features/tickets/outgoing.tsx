import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { sendingWords } from '../../../words/present-sending';
import { t } from '../../../words/strings';
import { goTo } from '../../platform/navigation';
import { useHindrance, useOutgoingEntries } from '../../sync/outbox';
import { Row } from '../../ui/row';
import { Section } from '../../ui/section';

/** Sign-ups that are on their way or were refused; nothing where there are none. */
export function Outgoing(): ReactElement | null {
  const entries = useOutgoingEntries();
  const hindrance = useHindrance();
  if (entries.length === 0) return null;
  return (
    <Section title={t.tickets.sending}>
      <View className="card">
        {entries.map(({ id, eventId, event, refusal }) => (
          <Row
            key={id}
            icon={refusal === null ? 'send' : 'circle-alert'}
            title={event?.title ?? t.signUp.title}
            text={refusal === null ? sendingWords(hindrance, true)[0] : t.tickets.refused}
            onTap={() => {
              goTo('/packages/sign-up/index', { id: eventId });
            }}
          />
        ))}
      </View>
    </Section>
  );
}
