import { View } from '@tarojs/components';
import { type ReactElement, useCallback, useState } from 'react';
import { fieldWork } from '../../../words/strings';
import { confirm, toast } from '../../platform/ask';
import { goBack } from '../../platform/navigation';
import { isUnreached, type CallFailure } from '../../sync/call';
import { cancelMyEvent, fetchMyEvent, type Which } from '../../sync/field-work';
import { ariaProps } from '../../ui/a11y';
import { Button } from '../../ui/button';
import { LongTextField } from '../../ui/long-text-field';
import { whenOf } from './my-event';
import { NotHere } from './not-here';
import { useAsked } from './use-asked';

const words = fieldWork.cancel;
const MOST_REASON = 200;

const failureWords = (failure: CallFailure): string => {
  if (isUnreached(failure)) return words.errors.offline;
  const isChanged = failure.reason === 'http' && failure.code === 'event-changed';
  return isChanged ? words.errors['event-changed'] : words.errors.other;
};

interface CancelEventProps {
  readonly which: Which;
  /** Epoch ms. */
  readonly now: number;
}

/** Cancelling asks for the reason and says how many people it tells (docs/rules.md, events E5). */
export function CancelEvent({ which: { org, id }, now }: CancelEventProps): ReactElement {
  const ask = useCallback(() => fetchMyEvent({ org, id }), [org, id]);
  const { asked, again } = useAsked(ask);
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | undefined>();
  const [busy, setBusy] = useState(false);
  if (asked.status !== 'here') return <NotHere status={asked.status} onRetry={again} />;
  const draft = asked.value;
  const cancel = async (): Promise<void> => {
    const why = reason.trim();
    if (why === '') {
      setError(words.required);
      return;
    }
    const { sureTitle: title, sureText: text, yes, no } = words;
    if (!(await confirm({ title, text, yes, no }))) return;
    setBusy(true);
    const done = await cancelMyEvent({ org, id }, why, draft.rev);
    setBusy(false);
    if (done.ok) {
      goBack('/pages/mine/index', () => {
        toast(words.done(done.value.told ?? 0));
      });
      return;
    }
    setError(failureWords(done));
    if (done.reason === 'http' && done.code === 'event-changed') again();
  };
  return (
    <View className="work">
      <View className="work__head">
        <View className="work__heading" {...ariaProps({ role: 'heading', level: 2 })}>
          {words.lead(draft.title ?? fieldWork.list.untitled)}
        </View>
        <View className="work__quiet">{whenOf(draft, now)}</View>
      </View>
      <View className="card work__card">
        <LongTextField
          id="cancel-reason"
          label={words.reason}
          hint={words.reasonHint}
          value={reason}
          maxLength={MOST_REASON}
          speaks
          {...(error === undefined ? {} : { error })}
          onChange={(text) => {
            setReason(text);
            setError(undefined);
          }}
        />
      </View>
      <View className="work__note">{words.told(draft.counts?.parties ?? 0)}</View>
      <Button look="main" text={busy ? words.busy : words.yes} disabled={busy} onTap={() => void cancel()} />
    </View>
  );
}
