import { Modal } from 'antd';
import type { ReactElement } from 'react';
import { consoleWords } from '../../words/console';
import type { Me } from '../net/answers';
import { SignInForm } from './sign-in-form';
import { useReturnFocus } from '../ui/use-return-focus';

/** Over the page, so that what was typed behind it stays. */
export function SignInAgainDialog({ onDone }: { readonly onDone: (me: Me | null) => void }): ReactElement {
  useReturnFocus();
  const words = consoleWords.expired;
  return (
    <Modal
      open
      title={words.title}
      footer={null}
      onCancel={() => {
        onDone(null);
      }}
    >
      <p className="quiet">{words.text}</p>
      <SignInForm submit={words.submit} onSignedIn={onDone} />
    </Modal>
  );
}
