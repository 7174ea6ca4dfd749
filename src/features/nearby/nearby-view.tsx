import { ScrollView, View } from '@tarojs/components';
import { type ReactElement, useMemo, useState } from 'react';
import { LiveEventCard } from '../../blocks/event-card/live-event-card';
import { type TimedEvent, upcoming } from '../../domain/agenda';
import { type Kind, KINDS } from '../../domain/campaign';
import { type BandOfEvents, byDistance, inBands, type PlacedEvent, type Point } from '../../domain/distance';
import { countChoices, NO_FILTER } from '../../domain/event-filter';
import { bandWords, distanceWords } from '../../i18n/present-distance';
import { t } from '../../i18n/strings';
import { switchTab } from '../../platform/navigation';
import { useTimedEvents } from '../../sync/timed-events';
import { meaning } from '../../ui/a11y';
import { Button } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { Notice } from '../../ui/notice';
import { OriginCard } from './origin-card';
import { PinMap } from './pin-map';
import { useOrigin } from './use-origin';

/** Cards drawn at first and with each "more": a page of a mini-program stays under 1,000 nodes. */
const STEP = 20;
const MOST = 40;

interface KindChipsProps {
  readonly events: readonly TimedEvent[];
  readonly kind: Kind | null;
  readonly now: number;
  readonly onKind: (kind: Kind | null) => void;
}

function KindChips({ events, kind, now, onKind }: KindChipsProps): ReactElement {
  const counts = useMemo(() => countChoices(events, NO_FILTER, now), [events, now]);
  return (
    <ScrollView scrollX enableFlex showScrollbar={false} className="nearby__kinds">
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
    </ScrollView>
  );
}

/** By distance from a point, or by time where none is known. */
function listed(events: readonly TimedEvent[], point: Point | null): PlacedEvent[] {
  return point === null ? events.map((timed) => ({ timed, metres: null })) : byDistance(events, point);
}

function Band({ band, now }: { readonly band: BandOfEvents & { name: string }; readonly now: number }): ReactElement {
  return (
    <View>
      <View className="nearby__band" {...meaning({ role: 'heading', level: 2 })}>
        {band.name}
      </View>
      {band.events.map((placed) => (
        <LiveEventCard
          key={placed.timed.event.id}
          timed={placed.timed}
          now={now}
          far={placed.metres === null ? undefined : distanceWords(placed.metres)}
        />
      ))}
    </View>
  );
}

/** What is held near: by distance, in bands. `now`: epoch ms. */
export function NearbyView({ now }: { readonly now: number }): ReactElement {
  const timed = useTimedEvents();
  const origin = useOrigin();
  const [kind, setKind] = useState<Kind | null>(null);
  const [limit, setLimit] = useState(STEP);
  const { point } = origin;
  const ahead = useMemo(() => upcoming(timed, now), [timed, now]);
  const placed = useMemo(
    () => listed(kind === null ? ahead : ahead.filter(({ event }) => event.kind === kind), point),
    [ahead, kind, point],
  );
  const shown = placed.slice(0, limit);
  return (
    <View>
      <OriginCard origin={origin} />
      {point === null ? null : <PinMap origin={point} events={placed} />}
      <KindChips events={ahead} kind={kind} now={now} onKind={setKind} />
      {inBands(shown).map((band) => (
        <Band
          key={String(band.band)}
          band={{ ...band, name: point === null ? t.nearby.byTime : bandWords(band.band) }}
          now={now}
        />
      ))}
      {placed.length === 0 ? <Notice icon="calendar-x" title={t.home.emptyTitle} text={t.home.emptyText} /> : null}
      {placed.length > limit && limit < MOST ? (
        <Button
          text={t.nearby.rest(placed.length - limit)}
          onTap={() => {
            setLimit(limit + STEP);
          }}
        />
      ) : null}
      {placed.length > limit && limit >= MOST ? (
        <Button
          text={t.nearby.toCalendar(placed.length - limit)}
          onTap={() => {
            switchTab('/pages/calendar/index');
          }}
        />
      ) : null}
    </View>
  );
}
