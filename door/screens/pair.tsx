/** Pairing: by the address that the QR code opens, or by the eight letters. */
import { type FormEvent, type ReactElement, useEffect, useId, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { parsePairingCode } from '../../domain/check-in/device';
import { doorWords } from '../../words/door';
import type { Pairing } from '../keep/kept';
import type { DoorPage, PairProblem } from '../session/open-door';
import { waitingOf } from '../session/model';
import { Viewfinder } from '../ui/viewfinder';

const words = doorWords.pair;

interface PairProps {
  readonly page: DoorPage;
  /** An earlier pairing that is over. */
  readonly pairing: Pairing | null;
}

const codeInAddress = (): string => parsePairingCode(window.location.hash) ?? '';

/** The code works once, and addresses are kept in histories. */
function clearAddress(): void {
  const { hash, pathname } = window.location;
  if (hash !== '') window.history.replaceState(null, '', pathname);
}

export function Pair({ page, pairing }: PairProps): ReactElement {
  const [code, setCode] = useState(codeInAddress);
  const [problem, setProblem] = useState<PairProblem | null>(null);
  const [busy, setBusy] = useState(false);
  const [scanning, setScanning] = useState(false);
  const waiting = useStore(page.model, (state) => waitingOf(state).length);
  const id = useId();
  const asked = useRef(false);

  const send = async (text: string): Promise<void> => {
    setBusy(true);
    setProblem(await page.pair(text));
    setBusy(false);
  };
  useEffect(clearAddress, []);
  useEffect(() => {
    // Once, though React may mount twice: the code works once.
    if (code === '' || asked.current) return;
    asked.current = true;
    void send(code);
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    asked.current = true;
    void send(code);
  };

  return (
    <main className="plain">
      <h1>{words.title}</h1>
      {pairing !== null && <p role="alert">{pairing.revoked ? words.revoked : words.again}</p>}
      {waiting > 0 && <p>{doorWords.waiting(waiting)}</p>}
      <p>{words.text}</p>
      <form onSubmit={submit} noValidate>
        <label htmlFor={id}>
          {words.code} <small>{words.codeHint}</small>
        </label>
        <input
          id={id}
          className="code"
          value={code}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={24}
          aria-invalid={problem === 'wrong'}
          aria-describedby={`${id}-problem`}
          onChange={(event) => {
            asked.current = true;
            setProblem(null);
            setCode(event.target.value.toUpperCase());
          }}
        />
        <p id={`${id}-problem`} className="wrong" role="alert">
          {problem === null ? '' : words[problem]}
        </p>
        <button type="submit" className="main" disabled={busy}>
          {words.send}
        </button>
      </form>
      {scanning ? (
        <Viewfinder
          note={words.scan}
          onCode={(text) => {
            const seen = parsePairingCode(text);
            if (seen === null || busy) return;
            setScanning(false);
            asked.current = true;
            setCode(seen);
            void send(seen);
          }}
        />
      ) : (
        <button
          type="button"
          onClick={() => {
            setScanning(true);
          }}
        >
          {words.scan}
        </button>
      )}
    </main>
  );
}
