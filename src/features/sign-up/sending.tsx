import type { EventId } from '../../../domain/ids';
import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { sendingWords } from '../../../words/present-sending';
import { t } from '../../../words/strings';
import { switchTab } from '../../platform/navigation';
import { flushOutbox, sendUnkept, sendWithRoom, useSendFailure } from '../../sync/outbox';
import { useMissed } from '../../sync/room';
import { ariaProps } from '../../ui/a11y';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { GiveUp } from './give-up';

/** On its way, and nothing more than that: the server has not said yes. */
export function Sending({ eventId }: { readonly eventId: EventId }): ReactElement {
  const failure = useSendFailure();
  const { sending } = t.signUp;
  const [title, text] = sendingWords(failure, !useMissed().includes('sign-up'));
  return (
    <View className="sending" {...ariaProps({ role: 'status' })}>
      <View className="sending__mark">
        <Icon name={failure === 'offline' ? 'cloud-off' : 'send'} colour="gold" size={32} />
      </View>
      <View className="sending__title">{title}</View>
      <View className="sending__text">{text}</View>
      <View className="sending__buttons">
        {failure === null || failure === 'busy' ? null : (
          <Button
            look="main"
            text={failure === 'no-room' ? sending.keepAndSend : sending.retry}
            onTap={() => void (failure === 'no-room' ? sendWithRoom() : flushOutbox())}
          />
        )}
        {failure === 'no-room' ? <Button text={sending.sendAnyway} onTap={() => void sendUnkept(eventId)} /> : null}
        <Button
          look="quiet"
          text={sending.away}
          onTap={() => {
            switchTab('/pages/home/index');
          }}
        />
        {failure === null ? null : <GiveUp eventId={eventId} />}
      </View>
    </View>
  );
}
