/** How many of a party have come: 1 to all who may still come. */
import { type ReactElement, useEffect, useRef } from 'react';
import { doorWords as words } from '../../words/door';

interface ChooseSeatsProps {
  readonly free: number;
  readonly name: string;
  readonly onChoose: (seats: number) => void;
  readonly onNext: () => void;
}

export function ChooseSeats({ free, name, onChoose, onNext }: ChooseSeatsProps): ReactElement {
  const all = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    all.current?.focus({ preventScroll: true });
  }, []);
  return (
    <section className="verdict tone-choose" data-verdict="choose">
      <h2>{words.choose(name)}</h2>
      <div className="seats">
        {Array.from({ length: free }, (_, at) => at + 1).map((seats) => (
          <button
            key={seats}
            type="button"
            ref={seats === free ? all : null}
            onClick={() => {
              onChoose(seats);
            }}
          >
            {words.people(seats)}
          </button>
        ))}
      </div>
      <div className="acts">
        <button type="button" onClick={onNext}>
          {words.cancel}
        </button>
      </div>
    </section>
  );
}
