/** What is not needed for each ticket: sound, rehearsal, another event, refused records, un-pairing. */
import { type ReactElement, useState } from 'react';
import { useStore } from 'zustand';
import type { DoorState } from '../../domain/check-in/door-state';
import { doorWords as words } from '../../words/door';
import type { Pairing } from '../keep/kept';
import { waitingOf } from '../session/model';
import type { DoorPage } from '../session/open-door';
import { Dialog } from '../ui/dialog';

interface MoreProps {
  readonly page: DoorPage;
  readonly pairing: Pairing;
  readonly door: DoorState;
  readonly onClose: () => void;
}

function Unpair({ page }: Pick<MoreProps, 'page'>): ReactElement {
  const waiting = useStore(page.model, (state) => waitingOf(state).length);
  const [sure, setSure] = useState(false);
  if (waiting > 0) return <p>{words.unpairBlocked(waiting)}</p>;
  if (!sure) {
    return (
      <button
        type="button"
        onClick={() => {
          setSure(true);
        }}
      >
        {words.unpair}
      </button>
    );
  }
  return (
    <>
      <p>{words.unpairText}</p>
      <button type="button" className="danger" onClick={() => void page.unpair()}>
        {words.unpair}
      </button>
    </>
  );
}

export function More({ page, pairing, door, onClose }: MoreProps): ReactElement {
  return (
    <Dialog title={words.more} onClose={onClose}>
      <p>{words.pair.device(pairing.device)}</p>
      <button type="button" aria-pressed={pairing.sound} onClick={() => void page.setSound(!pairing.sound)}>
        {pairing.sound ? words.soundOff : words.soundOn}
      </button>
      <button
        type="button"
        aria-pressed={door.rehearsal}
        onClick={() => {
          void page.choose(door.event.id, !door.rehearsal);
          onClose();
        }}
      >
        {door.rehearsal ? words.rehearsalEnd : words.rehearsalStart}
      </button>
      <p>
        <small>{words.rehearsalHint}</small>
      </p>
      {pairing.events.length > 1 && (
        <button type="button" onClick={() => void page.choose(null)}>
          {words.changeEvent}
        </button>
      )}
      <Unpair page={page} />
    </Dialog>
  );
}
