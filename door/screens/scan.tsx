/** The door itself: the camera, the verdict over it, the counts, and what a person at the door may do. */
import { type ReactElement, useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { countsOf } from '../../domain/check-in/device-log';
import type { DoorState } from '../../domain/check-in/door-state';
import { doorWords as words, speakVerdict } from '../../words/door';
import type { Pairing } from '../keep/kept';
import { listenToScanner } from '../scan/hardware-scanner';
import type { DoorPage } from '../session/open-door';
import { ChooseSeats } from '../ui/choose-seats';
import { Counts } from '../ui/counts';
import { StatusBar } from '../ui/status-bar';
import { TypeTicket } from '../ui/type-ticket';
import { useListAge } from '../ui/use-list-age';
import { VerdictPanel } from '../ui/verdict-panel';
import { Viewfinder } from '../ui/viewfinder';
import { Attention } from './attention';
import { More } from './more';

interface ScanProps {
  readonly page: DoorPage;
  readonly pairing: Pairing;
  readonly door: DoorState;
}

type Sheet = 'type' | 'more' | 'attention' | null;

const noteOf = ({ phase }: DoorState): string => {
  if (phase.at === 'keeping') return words.keeping;
  if (phase.at === 'asking' || phase.at === 'finding') return words.asking;
  return phase.at === 'scanning' && phase.strange ? words.strange : words.scan;
};

function spokenOf(phase: DoorState['phase']): string {
  if (phase.at === 'choosing') return words.choose(phase.found.listed?.name ?? '');
  return phase.at === 'verdict' ? speakVerdict(phase.view) : '';
}

export function Scan({ page, pairing, door }: ScanProps): ReactElement {
  const { give, model } = page;
  const [sheet, setSheet] = useState<Sheet>(null);
  const age = useListAge(useStore(model, ({ lists }) => lists.get(door.event.id)?.madeAt ?? null));
  const see = useCallback(
    (by: 'camera' | 'scanner' | 'typed') => (text: string) => {
      give({ kind: 'code', text, by, id: crypto.randomUUID() });
    },
    [give],
  );
  useEffect(() => listenToScanner(see('scanner')), [see]);

  const { phase } = door;
  const counts = countsOf(door.entries, door.event.id, door.rehearsal);
  const letIn = (seats: number): void => {
    give({ kind: 'let-in', seats, id: crypto.randomUUID() });
  };
  const next = (): void => {
    give({ kind: 'next' });
  };
  const close = (): void => {
    setSheet(null);
  };

  return (
    <main className="door">
      <StatusBar
        page={page}
        pairing={pairing}
        door={door}
        age={age}
        onAttention={() => {
          setSheet('attention');
        }}
      />
      <div className="stage">
        <Viewfinder onCode={see('camera')} note={noteOf(door)} />
        {phase.at === 'choosing' && (
          <ChooseSeats free={phase.free} name={phase.found.listed?.name ?? ''} onChoose={letIn} onNext={next} />
        )}
        {phase.at === 'verdict' && <VerdictPanel view={phase.view} age={age} onLetIn={letIn} onNext={next} />}
      </div>
      <p className="unseen" aria-live="assertive">
        {spokenOf(phase)}
      </p>
      <Counts page={page} door={door} counts={counts} />
      <nav className="acts" aria-label={words.acts}>
        <button
          type="button"
          onClick={() => {
            setSheet('type');
          }}
        >
          {words.type}
        </button>
        <button
          type="button"
          onClick={() => {
            give({ kind: 'undo', id: crypto.randomUUID() });
          }}
          disabled={counts.entered + counts.walkIns === 0}
        >
          {words.undo}
        </button>
        <button
          type="button"
          onClick={() => {
            setSheet('more');
          }}
        >
          {words.more}
        </button>
      </nav>
      {sheet === 'type' && (
        <TypeTicket
          onClose={close}
          onTicket={(ticket) => {
            close();
            see('typed')(ticket);
          }}
        />
      )}
      {sheet === 'more' && <More page={page} pairing={pairing} door={door} onClose={close} />}
      {sheet === 'attention' && <Attention page={page} onClose={close} />}
    </main>
  );
}
