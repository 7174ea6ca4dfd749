import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { LiveEventCard } from '../../blocks/event-card/live-event-card';
import type { TimedEvent } from '../../../domain/event/agenda';
import { groupUpcoming } from '../../../domain/event/upcoming';
import { t } from '../../../words/strings';
import { switchTab } from '../../platform/navigation';
import { Row } from '../../ui/row';
import { Section } from '../../ui/section';

const MOST = 3;

const openCalendar = (): void => {
  switchTab('/pages/calendar/index');
};

interface EventPreviewProps {
  readonly title: string;
  readonly events: readonly TimedEvent[];
  /** Epoch ms. */
  readonly now: number;
}

/** The next few of many events; what has run since before today is one line below, unless there is nothing else. */
export function EventPreview({ title, events, now }: EventPreviewProps): ReactElement | null {
  const { soon, later, running } = groupUpcoming(events, now);
  const ahead = [...soon, ...later];
  const shown = (ahead.length === 0 ? running : ahead).slice(0, MOST);
  if (shown.length === 0) return null;
  const rest = ahead.length === 0 ? running.length - shown.length : running.length;
  return (
    <Section title={title} more={{ text: t.home.all, onTap: openCalendar }}>
      <View>
        {shown.map((timed) => (
          <LiveEventCard key={timed.event.id} timed={timed} now={now} />
        ))}
      </View>
      {rest === 0 ? null : (
        <View className="card">
          <Row icon="hourglass" title={t.home.running(rest)} text={t.home.runningText} onTap={openCalendar} />
        </View>
      )}
    </Section>
  );
}
