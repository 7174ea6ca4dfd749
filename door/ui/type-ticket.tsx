/** A ticket that a person types, shown in two halves as it is read out. */
import { type FormEvent, type ReactElement, useEffect, useId, useRef, useState } from 'react';
import { parseTicket } from '../../domain/sign-up/parse-ticket';
import { doorWords as words } from '../../words/door';
import { Dialog } from './dialog';

interface TypeTicketProps {
  readonly onTicket: (ticket: string) => void;
  readonly onClose: () => void;
}

const HALF = 5;
const LENGTH = 10;

export function TypeTicket({ onTicket, onClose }: TypeTicketProps): ReactElement {
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // The dialog, once it is open, has given the focus to its first button.
    input.current?.focus();
  }, []);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    const ticket = parseTicket(text);
    if (ticket === null) setWrong(true);
    else onTicket(ticket);
  };
  const show = (value: string): void => {
    const plain = value.replace(/\s/g, '').toUpperCase().slice(0, LENGTH);
    setWrong(false);
    setText(plain.length > HALF ? `${plain.slice(0, HALF)} ${plain.slice(HALF)}` : plain);
  };
  return (
    <Dialog title={words.type} onClose={onClose}>
      <form onSubmit={send} noValidate>
        <label htmlFor={id}>{words.typeHint}</label>
        <input
          ref={input}
          id={id}
          className="code"
          value={text}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          aria-invalid={wrong}
          aria-describedby={`${id}-wrong`}
          onChange={(event) => {
            show(event.target.value);
          }}
        />
        <p id={`${id}-wrong`} className="wrong" role="alert">
          {wrong ? words.typeWrong : ''}
        </p>
        <button type="submit" className="main">
          {words.typeSend}
        </button>
      </form>
    </Dialog>
  );
}
