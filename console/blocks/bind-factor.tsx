import { type ReactElement, useEffect, useState } from 'react';
import { consoleWords } from '../../words/console';
import { secondFactorWords as words } from '../../words/console/sign-in';
import { Alone } from '../ui/alone';
import { RecoveryCodes } from './recovery-codes';
import { SecondFactorForm } from './second-factor-form';

/** Stands before every screen of a member from whom the server wants a second factor first (rule A4). */
export function BindFactor({ onDone }: { readonly onDone: () => void }): ReactElement {
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const title = codes === null ? words.requiredTitle : words.codesTitle;
  useEffect(() => {
    document.title = consoleWords.app.pageTitle(title);
  }, [title]);
  return (
    <Alone title={title} lead={codes === null ? words.required : undefined}>
      {codes === null ? <SecondFactorForm onBound={setCodes} /> : <RecoveryCodes codes={codes} onSaved={onDone} />}
    </Alone>
  );
}
