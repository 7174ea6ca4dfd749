/** From the invitation's link to the workbench: account, second factor, recovery codes. */
import { Skeleton } from 'antd';
import { type ReactElement, type ReactNode, useEffect, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { consoleWords, refusalSentence } from '../../words/console';
import { invitationWords as words } from '../../words/console/sign-in';
import { API } from '../api';
import { AccountForm } from '../features/invitation/account-form';
import { RecoveryCodes } from '../blocks/recovery-codes';
import { SecondFactorForm } from '../blocks/second-factor-form';
import { withSecondFactor } from '../net/answers';
import { refusalOf } from '../net/refusal';
import { useSession } from '../session/session';
import { useAsk } from '../session/use-ask';
import { Alone } from '../ui/alone';
import { Failed } from '../ui/page';

const STEPS = ['account', 'factor', 'codes'] as const;
type Step = (typeof STEPS)[number];

function Frame({ step, children }: { readonly step: Step | null; readonly children: ReactNode }): ReactElement {
  const nth = step === null ? 0 : STEPS.indexOf(step) + 1;
  return (
    <Alone title={words.title} lead={step === null ? undefined : words.step(nth, STEPS.length, words.steps[step])}>
      {children}
    </Alone>
  );
}

export function Invitation(): ReactElement {
  const { token = '' } = useParams();
  const [step, setStep] = useState<Step>('account');
  const [codes, setCodes] = useState<readonly string[]>([]);
  const { me, setMe } = useSession();
  const navigate = useNavigate();
  const invitation = useAsk(API.invitation, { params: { token } }, { enabled: step === 'account', once: true });
  useEffect(() => {
    document.title = consoleWords.app.pageTitle(words.title);
  }, []);
  const enter = (): void => void navigate('/', { replace: true });
  const isRequired = me?.secondFactorRequired === true;

  if (step === 'factor') {
    return (
      <Frame step={step}>
        <SecondFactorForm
          onLater={isRequired ? undefined : enter}
          onBound={(made) => {
            if (me) setMe(withSecondFactor(me));
            setCodes(made);
            setStep('codes');
          }}
        />
      </Frame>
    );
  }
  if (step === 'codes') {
    return (
      <Frame step={step}>
        <RecoveryCodes codes={codes} onSaved={enter} />
      </Frame>
    );
  }
  if (invitation.isPending) {
    return (
      <Frame step={null}>
        <div role="status" aria-label={words.loading}>
          <Skeleton active />
        </div>
      </Frame>
    );
  }
  if (invitation.isError) {
    const refusal = refusalOf(invitation.error);
    const isGone = refusal.code === 'invite-gone' || refusal.status === 404;
    return (
      <Frame step={null}>
        {isGone ? (
          <div className="state" role="alert">
            <div className="state__title">{words.goneTitle}</div>
            <div className="quiet">{refusalSentence({ code: 'invite-gone' })}</div>
            <Link to="/sign-in">{words.toSignIn}</Link>
          </div>
        ) : (
          <Failed refusal={refusal} onRetry={() => void invitation.refetch()} />
        )}
      </Frame>
    );
  }
  const { organisation, role } = invitation.data;
  return (
    <Frame step={step}>
      <p className="lead">{words.invited(organisation.name, consoleWords.roles[role])}</p>
      <p className="quiet">{consoleWords.roleTexts[role]}</p>
      <AccountForm
        token={token}
        onAccepted={(me) => {
          setMe(me);
          setStep('factor');
        }}
      />
    </Frame>
  );
}
