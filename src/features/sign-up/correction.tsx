import { View } from '@tarojs/components';
import { type ReactElement, useCallback, useEffect, useState } from 'react';
import type { MySignUp } from '../../../domain/sign-up/my-sign-ups';
import { isActive } from '../../../domain/sign-up/sign-up';
import type { FilledForm } from '../../../domain/sign-up/sign-up-form';
import { parseInstant } from '../../../domain/time/time';
import { privacyPage, signUpForm, t } from '../../../words/strings';
import { say } from '../../platform/ask';
import { goBack } from '../../platform/navigation';
import { correctionDraft, correctSignUp, fetchFilledIn, type FilledIn } from '../../sync/correct-sign-up';
import type { Refusal } from '../../sync/outbox';
import { meaning } from '../../ui/a11y';
import { Notice } from '../../ui/notice';
import { Skeleton } from '../../ui/skeleton';
import { SignUpForm } from './sign-up-form';

interface CorrectionProps {
  readonly mine: MySignUp;
  /** Epoch ms. */
  readonly now: number;
}

/** Epoch ms until which a sign-up can be corrected: the deadline, and never after the start. */
function lastMoment({ event, startsAt }: MySignUp): number {
  const closesAt = event.signUp === null ? null : parseInstant(event.signUp.closesAt);
  return Math.min(closesAt ?? 0, startsAt);
}

function Unread({ reason, onRetry }: { readonly reason: 'offline' | 'failed'; readonly onRetry: () => void }) {
  const words = signUpForm.correct;
  const offline = reason === 'offline';
  return (
    <Notice
      icon={offline ? 'cloud-off' : 'circle-alert'}
      title={offline ? words.offlineTitle : words.failTitle}
      text={offline ? words.offlineText : words.failText}
      action={{ text: t.sync.retry, onTap: onRetry }}
    />
  );
}

/** The form again, filled in as the server holds it: people are exchanged or fewer come, and the seats are kept. */
export function Correction({ mine, now }: CorrectionProps): ReactElement {
  const { signUp, event, status } = mine;
  const words = signUpForm.correct;
  const [filled, setFilled] = useState<FilledIn | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const load = useCallback((): void => {
    setFilled(null);
    void fetchFilledIn(signUp.id).then(setFilled);
  }, [signUp.id]);
  useEffect(load, [load]);

  const save = async (form: FilledForm): Promise<void> => {
    setSaving(true);
    setTrouble(null);
    setRefusal(null);
    const corrected = await correctSignUp(signUp.id, privacyPage.version, form.values);
    setSaving(false);
    if (corrected.ok) {
      goBack('/pages/mine/index', () => {
        say(words.done);
      });
    } else if (corrected.reason === 'refused') setRefusal(corrected.refusal);
    else setTrouble(corrected.reason === 'offline' ? words.notSaved : words.notSavedOther);
  };

  const isOver = !isActive(status) || event.signUp === null || now >= lastMoment(mine);
  if (event.signUp === null || isOver || (filled !== null && !filled.ok && filled.reason === 'gone')) {
    return <Notice icon="calendar-x" title={words.goneTitle} text={words.goneText} />;
  }
  if (filled === null) return <Skeleton rows={3} label={words.loading} />;
  if (!filled.ok) return <Unread reason={filled.reason === 'offline' ? 'offline' : 'failed'} onRetry={load} />;
  return (
    <View>
      <View className="sign-up__note">{words.note}</View>
      <SignUpForm
        kind={event.signUp.form}
        // A party may become smaller, and a group is one seat whatever its size.
        maxParty={event.signUp.form === 'qc' ? event.signUp.maxParty : signUp.seats}
        draft={correctionDraft(signUp.id)}
        refusal={refusal}
        typed={filled.form}
        submit={saving ? words.saving : words.submit}
        busy={saving}
        outdated={false}
        onSend={(form) => void save(form)}
      />
      {trouble === null ? null : (
        <View className="sign-up__count" {...meaning({ role: 'alert' })}>
          {trouble}
        </View>
      )}
    </View>
  );
}
