import { type ReactElement, useEffect } from 'react';
import { Navigate, useLocation, useNavigate } from 'react-router';
import * as v from 'valibot';
import { consoleWords } from '../../words/console';
import { signInWords as words } from '../../words/console/sign-in';
import { SignInForm } from '../session/sign-in-form';
import { useSession } from '../session/session';

const FromSchema = v.object({ from: v.pipe(v.string(), v.startsWith('/')) });

export function SignIn(): ReactElement {
  const { me, setMe } = useSession();
  const navigate = useNavigate();
  const parsed = v.safeParse(FromSchema, useLocation().state);
  const from = parsed.success ? parsed.output.from : '/';
  useEffect(() => {
    document.title = consoleWords.app.pageTitle(words.title);
  }, []);
  if (me) return <Navigate to={from} replace />;
  return (
    <main className="alone">
      <div className="alone__card">
        <div className="alone__band">
          <div>{consoleWords.app.product}</div>
          <h1 className="alone__title">{consoleWords.app.name}</h1>
          <div>{words.lead}</div>
        </div>
        <div className="alone__body">
          <SignInForm
            submit={words.submit}
            onSignedIn={(next) => {
              setMe(next);
              void navigate(from, { replace: true });
            }}
          />
          <p className="quiet">{words.noAccount}</p>
          <p className="quiet">{words.forgotten}</p>
          <p className="alone__foot">
            <a href="/">{words.citizens}</a>
          </p>
        </div>
      </div>
      <p className="alone__notice">{words.notice}</p>
    </main>
  );
}
