import { View } from '@tarojs/components';
import { type ReactElement, useCallback, useState } from 'react';
import type { Draft } from '../../../domain/event/draft';
import { decideReschedule, type NewTime, timeOf } from '../../../domain/event/reschedule';
import { addDays, dayOf, daysBetween, parseInstant } from '../../../domain/time/time';
import { fieldWork } from '../../../words/strings';
import { dayWords, momentWords } from '../../../words/when';
import { toast } from '../../platform/ask';
import { goBack } from '../../platform/navigation';
import { isUnreached, type CallFailure } from '../../sync/call';
import { fetchMyEvent, reschedule, type Which } from '../../sync/field-work';
import { ariaProps } from '../../ui/a11y';
import { Button } from '../../ui/button';
import { DayField } from '../../ui/day-field';
import { TimeField } from '../../ui/time-field';
import { whenOf } from './my-event';
import { NotHere } from './not-here';
import { useAsked } from './use-asked';

const words = fieldWork.reschedule;
const errors: Readonly<Record<string, string>> = words.errors;
/** The phone's wheels end somewhere. */
const MOST_DAYS = 366;
const NO_TIME: NewTime = { day: '', from: '', until: '' };

function failureWords(failure: CallFailure): string {
  if (isUnreached(failure)) return words.errors.offline;
  return (failure.reason === 'http' ? errors[failure.code ?? ''] : undefined) ?? words.errors.other;
}

interface FormProps {
  readonly which: Which;
  readonly draft: Draft;
  /** Epoch ms. */
  readonly now: number;
  /** Somebody else changed it meanwhile. */
  readonly onChanged: () => void;
}

function Form({ which, draft, now, onChanged }: FormProps): ReactElement {
  const [time, setTime] = useState(() => timeOf(draft) ?? NO_TIME);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const today = dayOf(now);
  const decided = decideReschedule(draft, time, now);
  const isAsked = draft.approval === 'needed';
  const [start, end] = [parseInstant(draft.startsAt ?? ''), parseInstant(draft.endsAt ?? '')];
  const days = start === null || end === null ? 1 : daysBetween(dayOf(start), dayOf(end)) + 1;
  const change = (part: Partial<NewTime>): void => {
    setTime({ ...time, ...part });
    setError(null);
  };
  const send = async (): Promise<void> => {
    if (!decided.ok) {
      setError(words.errors[decided.code]);
      return;
    }
    setBusy(true);
    const done = await reschedule(which, draft, decided.times);
    setBusy(false);
    if (done.ok) {
      goBack('/pages/mine/index', () => {
        toast(words[done.value.outcome]);
      });
      return;
    }
    setError(failureWords(done));
    if (done.reason === 'http' && done.code === 'event-changed') onChanged();
  };
  return (
    <View className="work">
      <View className="work__head">
        <View className="work__heading" {...ariaProps({ role: 'heading', level: 2 })}>
          {draft.title}
        </View>
        <View className="work__quiet">{words.now(whenOf(draft, now))}</View>
      </View>
      <View className="card work__card">
        <DayField
          id="new-day"
          label={words.day}
          value={time.day}
          words={time.day === '' ? '' : dayWords(time.day, today)}
          empty={words.chooseDay}
          last={addDays(today, MOST_DAYS)}
          onChange={(day) => {
            change({ day });
          }}
        />
        <TimeField
          id="new-from"
          label={words.from}
          value={time.from}
          empty={words.chooseTime}
          onChange={(from) => {
            change({ from });
          }}
        />
        <TimeField
          id="new-until"
          label={words.until}
          value={time.until}
          empty={words.chooseTime}
          onChange={(until) => {
            change({ until });
          }}
        />
        {days > 1 ? <View className="work__note">{words.multi(days)}</View> : null}
        {decided.ok && decided.closesAt !== null ? (
          <View className="work__note">{words.closes(momentWords(decided.closesAt, today))}</View>
        ) : null}
      </View>
      <View className="work__note">{isAsked ? words.approval : words.told(draft.counts?.taken ?? 0)}</View>
      {error === null ? null : (
        <View className="work__error" {...ariaProps({ role: 'alert' })}>
          {error}
        </View>
      )}
      <Button
        look="main"
        text={busy ? words.busy : isAsked ? words.submit : words.publish}
        disabled={busy}
        onTap={() => void send()}
      />
    </View>
  );
}

/** Another day and time for a published event: the people who signed up hear of it from the server. */
export function RescheduleForm({ which: { org, id }, now }: Pick<FormProps, 'which' | 'now'>): ReactElement {
  const ask = useCallback(() => fetchMyEvent({ org, id }), [org, id]);
  const { asked, again } = useAsked(ask);
  if (asked.status !== 'here') return <NotHere status={asked.status} onRetry={again} />;
  return <Form which={{ org, id }} draft={asked.value} now={now} onChanged={again} />;
}
