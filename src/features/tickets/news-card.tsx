import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import type { Change } from '../../../domain/event/change';
import { NO_FILTER } from '../../../domain/event/event-filter';
import type { MySignUp } from '../../../domain/sign-up/my-sign-ups';
import { dayOf } from '../../../domain/time/time';
import { presentChange } from '../../../words/present-change';
import { t } from '../../../words/strings';
import { spanWords } from '../../../words/when';
import { goTo, switchTab } from '../../platform/navigation';
import { call } from '../../platform/phone';
import { changeEventFilter } from '../../sync/event-filter';
import { markChangesSeen } from '../../sync/standing';
import { meaning } from '../../ui/a11y';
import { Button } from '../../ui/button';
import { ChangeLines } from '../../ui/change-lines';
import { Tap } from '../../ui/tap';
import { Unbroken } from '../../ui/unbroken';

interface NewsCardProps {
  readonly mine: MySignUp;
  readonly changes: readonly Change[];
  /** Epoch ms. */
  readonly now: number;
}

const words = t.homeMine;

function Cancelled({ mine: { event, startsAt, endsAt }, now }: Pick<NewsCardProps, 'mine' | 'now'>): ReactElement {
  const { phone } = event.organiser;
  return (
    <>
      <View className="news__line">
        <Unbroken text={words.cancelledText(spanWords(startsAt, endsAt, dayOf(now)))} />
      </View>
      {event.cancelReason === undefined ? null : (
        <View className="news__line">{t.tickets.reason(event.cancelReason)}</View>
      )}
      <View className="news__ways">
        {phone === undefined ? null : (
          <Tap label={words.callLabel(phone)} className="button button--plain" onTap={() => void call(phone)}>
            <View>{words.call}</View>
          </Tap>
        )}
        <Button
          text={words.same}
          onTap={() => {
            changeEventFilter({ ...NO_FILTER, kinds: [event.kind] });
            switchTab('/pages/calendar/index');
          }}
        />
      </View>
    </>
  );
}

/** A cancellation or a change of an event that one signed up for, until one has acknowledged it. */
export function NewsCard({ mine, changes, now }: NewsCardProps): ReactElement {
  const { event, signUp } = mine;
  const isOff = event.status === 'cancelled';
  return (
    <View className={`news ${isOff ? 'news--off' : ''}`} {...meaning({ role: 'alert' })}>
      <View className="news__state">{isOff ? words.cancelled : words.changed}</View>
      <Tap
        role="link"
        label={`${event.title}，${words.open}`}
        className="news__title"
        onTap={() => {
          goTo('/packages/ticket/index', { id: event.id, signUp: signUp.id });
        }}
      >
        {event.title}
      </Tap>
      {isOff ? (
        <Cancelled mine={mine} now={now} />
      ) : (
        <ChangeLines
          changes={changes.map((change) => presentChange(change, now))}
          was={t.tickets.changes.was}
          is={t.tickets.changes.now}
        />
      )}
      <View className="news__seen">
        <Button
          text={words.seen}
          onTap={() => {
            markChangesSeen(event.id);
          }}
        />
      </View>
    </View>
  );
}
