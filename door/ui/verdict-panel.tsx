/** The whole screen is the verdict: colour, sign and word; striped where the device decided alone. */
import { type ReactElement, useEffect, useRef } from 'react';
import { isDoubtful, type VerdictView } from '../../domain/check-in/verdict-view';
import { doorWords as words, presentVerdict } from '../../words/door';

interface VerdictPanelProps {
  readonly view: VerdictView;
  /** How old the list is, where the device decided alone. */
  readonly age: string | null;
  readonly onLetIn: (seats: number) => void;
  readonly onNext: () => void;
}

function LetIn({ view, onLetIn }: Pick<VerdictPanelProps, 'view' | 'onLetIn'>): ReactElement | null {
  const offer = (label: string, seats: number): ReactElement => (
    <button
      type="button"
      className="act"
      onClick={() => {
        onLetIn(seats);
      }}
    >
      {label}
    </button>
  );
  if (view.verdict === 'wrong-time') return offer(words.letInLate, 1);
  if (isDoubtful(view)) return offer(words.letInUnknown, 1);
  if (view.verdict !== 'ok' || view.remaining === 0 || !view.stays) return null;
  return offer(words.letInRest(view.remaining), view.remaining);
}

export function VerdictPanel({ view, age, onLetIn, onNext }: VerdictPanelProps): ReactElement {
  const { word, sign, who, lines } = presentVerdict(view);
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    next.current?.focus({ preventScroll: true });
  }, [view]);
  return (
    <section className={`verdict tone-${view.tone}${view.offline ? ' alone' : ''}`} data-verdict={view.verdict}>
      <p className="sign" aria-hidden="true">
        {sign}
      </p>
      <h2>{word}</h2>
      {who !== '' && <p className="who">{who}</p>}
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {view.offline && <p className="age">{[words.offline, age].filter((part) => part !== null).join(' · ')}</p>}
      <div className="acts">
        <LetIn view={view} onLetIn={onLetIn} />
        <button type="button" ref={next} onClick={onNext}>
          {words.next}
        </button>
      </div>
    </section>
  );
}
