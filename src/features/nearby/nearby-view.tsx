import { View } from '@tarojs/components';
import { type ReactElement, useMemo, useState } from 'react';
import { LiveEventCard } from '../../blocks/event-card/live-event-card';
import { Freshness } from '../../blocks/freshness/freshness';
import { ReplicaGate } from '../../blocks/gates/replica-gate';
import { upcoming } from '../../../domain/event/agenda';
import type { QualityEvent } from '../../../domain/event/event';
import { type Kind, KINDS } from '../../../domain/campaign/campaign';
import { type BandOfEvents, byDistance, inBands, type PlacedEvent, withinReach } from '../../../domain/region/distance';
import { covers, NATION } from '../../../domain/region/region';
import { countChoices, NO_FILTER } from '../../../domain/event/event-filter';
import { bandWords, distanceWords } from '../../../words/present-distance';
import { nearbyPage, t } from '../../../words/strings';
import { switchTab } from '../../platform/navigation';
import { ariaProps } from '../../ui/a11y';
import { useEventsInOrder } from '../../sync/events-in-order';
import { Button } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { Strip } from '../../ui/strip';
import { NothingNear, OnlyHere } from './nothing-near';
import { OriginCard } from './origin-card';
import { PinMap } from './pin-map';
import { type Origin, useOrigin } from './use-origin';

/** Cards drawn at first and with each "more": a page of a mini-program stays under 1,000 nodes. */
const STEP = 20;
const MOST = 40;

interface KindChipsProps {
  readonly events: readonly QualityEvent[];
  readonly kind: Kind | null;
  readonly now: number;
  readonly onKind: (kind: Kind | null) => void;
}

function KindChips({ events, kind, now, onKind }: KindChipsProps): ReactElement {
  const counts = useMemo(() => countChoices(events, NO_FILTER, now), [events, now]);
  return (
    <Strip id="nearby-kinds" className="nearby__kinds">
      <View className="nearby__line">
        {KINDS.filter((each) => counts.has(each)).map((each) => {
          const [count, on] = [counts.get(each) ?? 0, each === kind];
          return (
            <Chip
              key={each}
              text={each}
              count={count}
              on={on}
              label={on ? t.calendar.chipOn(each, count) : t.calendar.chip(each, count)}
              onTap={() => {
                onKind(on ? null : each);
              }}
            />
          );
        })}
      </View>
    </Strip>
  );
}

/** By distance, as far as people go; a region's own by time where its centre is not known; nothing from no region. */
function listed(events: readonly QualityEvent[], { point, region }: Pick<Origin, 'point' | 'region'>): PlacedEvent[] {
  if (point !== null) return withinReach(byDistance(events, point), region?.code ?? NATION);
  if (region === null) return [];
  const here = events.filter((event) => covers(region.code, event.region));
  return here.map((event) => ({ event, metres: null }));
}

function Band({ band, now }: { readonly band: BandOfEvents & { name: string }; readonly now: number }): ReactElement {
  return (
    <View>
      <View className="nearby__band" {...ariaProps({ role: 'heading', level: 2 })}>
        {band.name}
      </View>
      {band.events.map((placed) => (
        <LiveEventCard
          key={placed.event.id}
          event={placed.event}
          now={now}
          far={placed.metres === null ? undefined : distanceWords(placed.metres)}
        />
      ))}
    </View>
  );
}

interface ListProps {
  readonly origin: Origin;
  /** Epoch ms. */
  readonly now: number;
}

function NearbyList({ origin, now }: ListProps): ReactElement {
  const events = useEventsInOrder();
  const [kind, setKind] = useState<Kind | null>(null);
  const [limit, setLimit] = useState(STEP);
  const { point, region } = origin;
  const near = useMemo(() => listed(upcoming(events, now), { point, region }), [events, now, point, region]);
  const placed = useMemo(() => (kind === null ? near : near.filter((each) => each.event.kind === kind)), [near, kind]);
  const kindsOf = useMemo(() => near.map(({ event }) => event), [near]);
  const shown = placed.slice(0, limit);
  // What is online can be listed, and is not near.
  const isNear = near.some(({ metres }) => point === null || metres !== null);
  return (
    <View>
      <OriginCard origin={origin} isListed={placed.length > 0} />
      {point === null ? null : <PinMap origin={point} events={placed} />}
      <KindChips events={kindsOf} kind={kind} now={now} onKind={setKind} />
      {isNear ? null : <NothingNear origin={origin} events={events} now={now} />}
      {inBands(shown).map((band) => (
        <Band
          key={String(band.band)}
          band={{ ...band, name: point === null ? nearbyPage.byTime : bandWords(band.band) }}
          now={now}
        />
      ))}
      {isNear ? <OnlyHere origin={origin} /> : null}
      {placed.length > limit && limit < MOST ? (
        <Button
          text={nearbyPage.rest(placed.length - limit)}
          onTap={() => {
            setLimit(limit + STEP);
          }}
        />
      ) : null}
      {placed.length > limit && limit >= MOST ? (
        <Button
          text={nearbyPage.toCalendar(placed.length - limit)}
          onTap={() => {
            switchTab('/pages/calendar/index');
          }}
        />
      ) : null}
    </View>
  );
}

/** What is held near: by distance, in bands. A position outlasts the wait for another region's events. `now`: epoch ms. */
export function NearbyView({ now }: { readonly now: number }): ReactElement {
  const origin = useOrigin();
  return (
    <ReplicaGate>
      <NearbyList origin={origin} now={now} />
      <Freshness />
    </ReplicaGate>
  );
}
