import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { phaseOf } from '../../../domain/event/agenda';
import type { Basis as BasisOfEvent, QualityEvent } from '../../../domain/event/event';
import { dayOf } from '../../../domain/time/time';
import { t } from '../../../words/strings';
import { nearStartWords, spanWords } from '../../../words/when';
import { goTo } from '../../platform/navigation';
import { call, canDial, copyText } from '../../platform/phone';
import { ariaProps } from '../../ui/a11y';
import { Badge } from '../../ui/badge';
import { Icon } from '../../ui/icon';
import { KindMark } from '../../ui/kind-mark';
import { Selectable } from '../../ui/selectable';
import { Tap } from '../../ui/tap';
import { Unbroken } from '../../ui/unbroken';
import { useTapGuard } from '../../ui/use-tap-guard';
import { CopyRows } from './copy-rows';
import { Fact } from './fact';
import { SignUpTerms } from './sign-up-terms';
import { useAway } from './use-away';

interface EventViewProps {
  readonly event: QualityEvent;
  readonly basis: BasisOfEvent | undefined;
  /** The timeline's single page: nothing leads on from there. */
  readonly still: boolean;
  /** Epoch ms. */
  readonly now: number;
}

function CancelledBanner({ reason }: { readonly reason: string | undefined }): ReactElement {
  return (
    <View className="event__cancelled" {...ariaProps({ role: 'alert' })}>
      <View className="event__cancelled-title">{t.event.cancelledTitle}</View>
      {reason === undefined ? null : <View>{t.event.cancelReason(reason)}</View>}
    </View>
  );
}

/** The paragraph that the event rests on, and the way to it. */
function Basis({ event, basis, still }: Pick<EventViewProps, 'event' | 'basis' | 'still'>): ReactElement | null {
  if (basis === undefined) return null;
  const { item, documentTitle } = basis;
  const paragraph = item.paragraph.split('；')[0] ?? '';
  const words = `${item.documentNo} ${item.paragraph}`;
  const name = `“${item.name}”`;
  const title = documentTitle === undefined ? '' : `《${documentTitle}》`;
  const lines = (
    <>
      <View>
        {t.event.basis} <Selectable>{words}</Selectable>
      </View>
      <View className="event__basis-name">{name}</View>
      {title === '' ? null : <View>{title}</View>}
    </>
  );
  if (still) return <View className="event__basis">{lines}</View>;
  return (
    <Tap
      role="link"
      label={`${t.event.basis} ${words} ${name} ${title} ${t.event.basisOpen}`}
      className="event__basis"
      onTap={() => {
        goTo('/packages/programme/index', {
          document: item.documentNo,
          paragraph,
          item: item.id,
          campaign: event.campaign,
        });
      }}
    >
      {lines}
      <View className="event__basis-open">
        <View>{t.event.basisOpen}</View>
        <Icon name="chevron-right" colour="gold" size={16} />
      </View>
    </Tap>
  );
}

function Phone({ number, still }: { readonly number: string; readonly still: boolean }): ReactElement {
  const once = useTapGuard();
  if (still) {
    return (
      <Fact icon="phone" name={t.event.phone}>
        <Selectable>{number}</Selectable>
      </Fact>
    );
  }
  return (
    <Tap
      label={t.event.call(number)}
      role={canDial() ? 'button' : 'link'}
      onTap={() => {
        once([number], async () => (await (canDial() ? call(number) : copyText(number))) === 'done');
      }}
    >
      <Fact icon="phone" name={t.event.phone} leads>
        {number}
      </Fact>
    </Tap>
  );
}

/** Everything that is published about one event. */
export function EventView({ event, basis, still, now }: EventViewProps): ReactElement {
  const today = dayOf(now);
  const phase = phaseOf(event, now);
  const near = phase === 'ahead' ? nearStartWords(event.startsAt, event.endsAt, today) : null;
  const { organiser, venue, suits, bring, meetAt } = event;
  const away = useAway(venue);
  return (
    <View className="event">
      {phase === 'cancelled' ? <CancelledBanner reason={event.cancelReason} /> : null}
      <View className="event__head">
        <View className="event__marks">
          <KindMark kind={event.kind} />
          {event.suspended && (phase === 'ahead' || phase === 'now') ? (
            <Badge text={t.event.suspended} tone="vermilion" />
          ) : null}
          {phase === 'now' ? <Badge text={t.event.now} tone="ink" /> : null}
          {phase === 'over' ? <Badge text={t.event.over} /> : null}
          {event.sample ? <Badge text={t.app.sample} tone="outline" /> : null}
        </View>
        <View
          className={`event__title ${phase === 'cancelled' ? 'event__title--off' : ''}`}
          {...ariaProps({ role: 'heading', level: 2 })}
        >
          {event.title}
        </View>
        <View className="event__free">{t.app.free}</View>
      </View>
      <View className="card event__facts">
        <Fact icon="clock" name={t.event.time}>
          {near === null ? null : <View className="fact__near">{near}</View>}
          <Unbroken text={spanWords(event.startsAt, event.endsAt, today)} />
        </Fact>
        <Fact
          icon="map-pin"
          name={t.event.place}
          note={away === null ? venue?.address : `${venue?.address ?? ''} · ${away}`}
        >
          <Selectable>{venue === null ? `${event.regionName} · ${t.event.online}` : venue.name}</Selectable>
        </Fact>
        <Fact icon="users" name={t.event.audience}>
          {event.audiences.join('、')}
        </Fact>
        {suits === undefined ? null : (
          <Fact icon="badge-check" name={t.event.suits}>
            {suits}
          </Fact>
        )}
        {bring === undefined ? null : (
          <Fact icon="list-checks" name={t.event.bring}>
            {bring}
          </Fact>
        )}
        {meetAt === undefined ? null : (
          <Fact icon="navigation" name={t.event.meetAt}>
            {meetAt}
          </Fact>
        )}
        <Fact icon="building-2" name={t.event.organiser}>
          {organiser.name}
        </Fact>
        {organiser.phone === undefined ? null : <Phone number={organiser.phone} still={still} />}
      </View>
      <SignUpTerms event={event} now={now} />
      {event.summary === '' ? null : (
        <View className="event__about">
          <View className="event__subtitle" {...ariaProps({ role: 'heading', level: 2 })}>
            {t.event.about}
          </View>
          <View className="event__summary">
            <Selectable>{event.summary}</Selectable>
          </View>
          {still ? null : <CopyRows text={event.summary} />}
        </View>
      )}
      <Basis event={event} basis={basis} still={still} />
    </View>
  );
}
