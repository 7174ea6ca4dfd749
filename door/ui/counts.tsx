/** This device's count, the event's as of the last contact, and walk-ins one by one. */
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import type { DoorState } from '../../domain/check-in/door-state';
import { doorWords as words } from '../../words/door';
import type { DoorPage } from '../session/open-door';

interface CountsProps {
  readonly page: DoorPage;
  readonly door: DoorState;
  readonly counts: { readonly entered: number; readonly walkIns: number };
}

export function Counts({ page, door, counts }: CountsProps): ReactElement {
  const event = useStore(page.model, (state) => state.counts?.events.find(({ id }) => id === door.event.id) ?? null);
  const own = counts.entered + counts.walkIns;
  // This device's latest are not in the server's number yet.
  const attended =
    event === null || door.rehearsal
      ? own
      : Math.max(event.attended ?? 0, (event.attended ?? 0) - event.byDevice + own);
  return (
    <section className="counts">
      <dl>
        <div>
          <dt>{words.thisDevice}</dt>
          <dd data-count="device">{words.count(own)}</dd>
        </div>
        <div>
          <dt>{words.thisEvent}</dt>
          <dd data-count="event">
            {event === null || (event.attended === null && own === 0)
              ? words.unchecked
              : words.countOf(attended, event.seats)}
          </dd>
        </div>
      </dl>
      <div className="walk-ins" role="group" aria-label={`${words.walkIn}：${words.walkInHint}`}>
        <span>{words.walkIn}</span>
        <button
          type="button"
          aria-label={words.walkInLess}
          disabled={counts.walkIns === 0}
          onClick={() => {
            page.give({ kind: 'undo', id: crypto.randomUUID(), of: 'walk-in' });
          }}
        >
          −
        </button>
        <output>{counts.walkIns}</output>
        <button
          type="button"
          aria-label={words.walkInMore}
          onClick={() => {
            page.give({ kind: 'walk-in', seats: 1, id: crypto.randomUUID() });
          }}
        >
          ＋
        </button>
      </div>
    </section>
  );
}
