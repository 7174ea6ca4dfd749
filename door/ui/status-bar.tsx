/** Which event, whether there is a network, how old the list is, and what waits. */
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import type { DoorState } from '../../domain/check-in/door-state';
import { doorWords as words } from '../../words/door';
import type { Pairing } from '../keep/kept';
import { refusedOf, waitingOf } from '../session/model';
import type { DoorPage } from '../session/open-door';

interface StatusBarProps {
  readonly page: DoorPage;
  readonly pairing: Pairing;
  readonly door: DoorState;
  readonly age: string | null;
  readonly onAttention: () => void;
}

export function StatusBar({ page, pairing, door, age, onAttention }: StatusBarProps): ReactElement {
  const waiting = useStore(page.model, (state) => waitingOf(state).length);
  const refused = useStore(page.model, (state) => refusedOf(state).length);
  const title = pairing.events.find(({ id }) => id === door.event.id)?.title ?? '';
  const rest = [age ?? words.noList, waiting > 0 ? words.waiting(waiting) : null];
  return (
    <header className={`status ${door.link}`}>
      <h1>{title}</h1>
      <p data-link={door.link}>
        {/* Heard when it changes; the list's age is not. */}
        <span role="status">{door.link === 'online' ? words.online : words.offline}</span>
        {rest.map((part) => (part === null ? '' : ` · ${part}`)).join('')}
      </p>
      {door.rehearsal && <p className="rehearsal">{words.rehearsal}</p>}
      {refused > 0 && (
        <button type="button" onClick={onAttention}>
          {words.attention(refused)}
        </button>
      )}
    </header>
  );
}
