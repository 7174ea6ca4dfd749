import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { sendingWords } from '../../../words/present-sending';
import { t } from '../../../words/strings';
import { switchTab } from '../../platform/navigation';
import { flushOutbox, sendUnkept, sendWithRoom, useHindrance } from '../../sync/outbox';
import { useMissed } from '../../sync/room';
import { meaning } from '../../ui/a11y';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { GiveUp } from './give-up';

/** On its way, and nothing more than that: the server has not said yes. */
export function Sending({ eventId }: { readonly eventId: string }): ReactElement {
  const hindrance = useHindrance();
  const { sending } = t.signUp;
  const [title, text] = sendingWords(hindrance, !useMissed().includes('sign-up'));
  return (
    <View className="sending" {...meaning({ role: 'status' })}>
      <View className="sending__mark">
        <Icon name={hindrance === 'offline' ? 'cloud-off' : 'send'} colour="gold" size={32} />
      </View>
      <View className="sending__title">{title}</View>
      <View className="sending__text">{text}</View>
      <View className="sending__buttons">
        {hindrance === null ? null : (
          <Button
            look="main"
            text={hindrance === 'no-room' ? sending.keepAndSend : sending.retry}
            onTap={() => void (hindrance === 'no-room' ? sendWithRoom() : flushOutbox())}
          />
        )}
        {hindrance === 'no-room' ? <Button text={sending.sendAnyway} onTap={() => void sendUnkept(eventId)} /> : null}
        <Button
          look="quiet"
          text={sending.away}
          onTap={() => {
            switchTab('/pages/home/index');
          }}
        />
        {hindrance === null ? null : <GiveUp eventId={eventId} />}
      </View>
    </View>
  );
}
