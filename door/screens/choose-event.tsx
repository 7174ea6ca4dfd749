import type { ReactElement } from 'react';
import { doorWords as words, eventTimeWords } from '../../words/door';
import type { Pairing } from '../keep/kept';
import type { DoorPage } from '../session/open-door';

interface ChooseEventProps {
  readonly page: DoorPage;
  readonly pairing: Pairing;
}

export function ChooseEvent({ page, pairing }: ChooseEventProps): ReactElement {
  return (
    <main className="plain">
      <h1>{words.chooseEvent}</h1>
      <p>{words.pair.device(pairing.device)}</p>
      {pairing.events.length === 0 && <p role="alert">{words.noEvents}</p>}
      <ul className="events">
        {pairing.events.map((event) => (
          <li key={event.id}>
            <button type="button" onClick={() => void page.choose(event.id)}>
              <strong>{event.title}</strong>
              <span>
                {eventTimeWords(event.startsAt)}
                {event.place !== null && ` · ${event.place}`}
                {event.status === 'cancelled' && ` · ${words.cancelled}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </main>
  );
}
