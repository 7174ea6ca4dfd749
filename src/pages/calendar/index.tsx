import { View } from '@tarojs/components';
import { type ReactElement, useState } from 'react';
import { CalendarView } from '../../features/calendar/calendar-view';
import { ComplaintPill } from '../../features/complaint-12315/entry';
import { FreshnessProblem } from '../../features/freshness/freshness';
import { ReplicaGate } from '../../features/freshness/replica-gate';
import { ProgrammeList } from '../../features/programme/programme-list';
import { RegionButton } from '../../features/region/region-button';
import { useTabDot } from '../../features/inbox/use-tab-dot';
import { AppScreen } from '../../features/settings/app-screen';
import { t } from '../../../words/strings';
import { usePulledDown } from '../../platform/lifecycle';
import { useForward } from '../../platform/share';
import { useNow } from '../../sync/now';
import { replicaOf } from '../../sync/replica';
import { Segments } from '../../ui/segments';
import './index.scss';

type CalendarView = 'day' | 'programme';

const VIEWS: readonly { readonly value: CalendarView; readonly text: string }[] = [
  { value: 'day', text: t.calendar.byDay },
  { value: 'programme', text: t.calendar.byProgramme },
];

export default function CalendarPage(): ReactElement {
  const [view, setView] = useState<CalendarView>('day');
  const now = useNow();
  useTabDot();
  usePulledDown(() => replicaOf(null).pull());
  useForward({ title: t.forward.calendar, path: '/pages/calendar/index' });
  const views = <Segments options={VIEWS} value={view} onChange={setView} />;
  return (
    <AppScreen heading={t.tabs.calendar}>
      <View className="calendar__head">
        <RegionButton />
        <ComplaintPill />
        <FreshnessProblem />
      </View>
      <ReplicaGate>
        {view === 'day' ? (
          <CalendarView now={now} views={views} />
        ) : (
          <View>
            <View className="calendar__views">{views}</View>
            <ProgrammeList />
          </View>
        )}
      </ReplicaGate>
    </AppScreen>
  );
}
