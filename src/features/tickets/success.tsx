import { View } from '@tarojs/components';
import { type ReactElement, useEffect } from 'react';
import type { MySignUp } from '../../../domain/sign-up/my-sign-ups';
import { ticketPage } from '../../../words/strings';
import { say } from '../../platform/ask';
import { openMap } from '../../platform/phone';
import { type ShareCard, sharePage } from '../../platform/share';
import { vibrateShort } from '../../platform/vibrate';
import { meaning } from '../../ui/a11y';
import { Button } from '../../ui/button';
import { ShareButton } from '../../ui/share-button';
import { keepInCalendar } from './keep-in-calendar';

interface SuccessProps {
  readonly mine: MySignUp;
  /** What a companion is sent: the event, never the ticket. */
  readonly card: ShareCard;
}

async function share(card: ShareCard): Promise<void> {
  if ((await sharePage(card)) === 'copied') say(ticketPage.shared);
}

function NextSteps({ mine, card }: SuccessProps): ReactElement {
  const words = ticketPage;
  const { venue } = mine.event;
  return (
    <View className="success__next">
      <View className="success__next-title">{words.success.next}</View>
      <Button text={words.addCalendar} onTap={() => void keepInCalendar(mine)} />
      <ShareButton text={words.share} onTap={() => void share(card)} />
      {venue === null ? null : <Button text={words.route} onTap={() => void openMap(venue)} />}
    </View>
  );
}

/** The server has just said yes: a seal is set, once; or it has said wait, and nothing is celebrated. */
export function Success({ mine, card }: SuccessProps): ReactElement {
  const { success } = ticketPage;
  const confirmed = mine.status === 'confirmed';
  useEffect(() => {
    if (confirmed) vibrateShort();
  }, [confirmed]);
  return (
    <View className="success">
      <View className="success__head" {...meaning({ role: 'status' })}>
        <View className={confirmed ? 'success__title' : 'success__title success__title--waiting'}>
          {confirmed ? success.title : success.waiting}
        </View>
        {confirmed ? (
          <View className="success__seal" aria-hidden="true">
            {success.encrypt.map((line) => (
              <View key={line}>{line}</View>
            ))}
          </View>
        ) : null}
      </View>
      {confirmed ? <NextSteps mine={mine} card={card} /> : null}
    </View>
  );
}
