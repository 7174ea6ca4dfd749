import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import type { QualityEvent } from '../../../domain/event/event';
import { dayOf, parseInstant } from '../../../domain/time/time';
import { t } from '../../../words/strings';
import { spanWords } from '../../../words/when';
import { meaning } from '../../ui/a11y';

/** Which event it is that one signs up for. `now`: epoch ms. */
export function SignUpHead({ event, now }: { readonly event: QualityEvent; readonly now: number }): ReactElement {
  const startsAt = parseInstant(event.startsAt) ?? now;
  const endsAt = parseInstant(event.endsAt) ?? now;
  return (
    <View className="sign-up__head">
      <View className="sign-up__title" {...meaning({ role: 'heading', level: 2 })}>
        {event.title}
      </View>
      <View className="sign-up__when">{spanWords(startsAt, endsAt, dayOf(now))}</View>
      <View className="sign-up__free">{t.app.free}</View>
    </View>
  );
}
