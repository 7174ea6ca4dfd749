import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import type { QualityEvent } from '../../../domain/event/event';
import { privacyPage, signUpForm } from '../../../words/strings';
import { useSignUpAction } from '../../blocks/sign-up-action/use-sign-up-action';
import { isWechatAccount } from '../../platform/login';
import { goBack } from '../../platform/navigation';
import { useFocusOnChange } from '../../platform/page-focus';
import { useOutgoing } from '../../sync/outbox';
import { useReplica } from '../../sync/replica';
import { EmptyState } from '../../ui/notice';
import { actionWords } from '../../blocks/sign-up-action/action-words';
import { useMySignUp } from '../../sync/my-events';
import { GiveUp } from './give-up';
import { Sending } from './sending';
import { SignUpForm } from './sign-up-form';
import { sendSignUp } from './send-sign-up';

interface SignUpFlowProps {
  readonly event: QualityEvent;
  /** Epoch ms. */
  readonly now: number;
  /** What is shown once the server has said yes, or wait. */
  readonly done: ReactElement | null;
}

const back = (): void => {
  goBack('/pages/home/index');
};

/** From the form to the answer: what is typed, what is on its way, what came of it. */
export function SignUpFlow({ event, now, done }: SignUpFlowProps): ReactElement | null {
  const outgoing = useOutgoing(event.id);
  const mine = useMySignUp(event.id, now);
  const consent = useReplica((state) => state.replica.campaign?.consent.version);
  const refusal = outgoing?.refusal ?? null;
  const action = useSignUpAction(event, now);
  const { act } = action;
  useFocusOnChange(act);
  if (act === 'sending') return <Sending eventId={event.id} />;
  // A ticket that the organiser has cancelled meanwhile says so itself, better than an empty form.
  const isVoid = act === 'event-cancelled' && mine?.status === 'event-cancelled';
  if (act === 'ticket' || act === 'waiting' || isVoid) return done;
  const terms = event.signUp;
  if (terms?.wechatOnly === true && !isWechatAccount() && (act === 'sign-up' || act === 'join-waitlist')) {
    const [title = '', text] = signUpForm.refusals['wechat-account-needed'] ?? [];
    return <EmptyState icon="ticket" title={title} text={text} action={{ text: signUpForm.back, onTap: back }} />;
  }
  if (terms !== null && (act === 'sign-up' || act === 'join-waitlist' || act === 'refused')) {
    return (
      <SignUpForm
        kind={terms.form}
        maxParty={Math.min(terms.maxParty, terms.capacity)}
        organiser={event.organiser.name}
        draft={event.id}
        refusal={refusal}
        typed={outgoing?.form ?? null}
        submit={act === 'join-waitlist' ? signUpForm.submitWaitlist : signUpForm.submit}
        outdated={consent !== undefined && consent !== privacyPage.version}
        onSend={(form) => {
          sendSignUp(event, form);
        }}
      />
    );
  }
  const [title, text] =
    refusal === null ? [signUpForm.notNowTitle, undefined] : (signUpForm.refusals[refusal.code] ?? []);
  return (
    <View>
      <EmptyState
        icon="calendar-x"
        title={title ?? signUpForm.notNowTitle}
        text={text ?? actionWords(action, now)}
        action={{ text: signUpForm.back, onTap: back }}
      />
      {outgoing === undefined ? null : <GiveUp eventId={event.id} />}
    </View>
  );
}
