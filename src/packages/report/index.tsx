import { type ReactElement, useState } from 'react';
import { LookUp } from '../../features/report/look-up';
import { Not12315, ReportForm } from '../../features/report/report-view';
import { reportForm as words } from '../../../words/strings';
import { AppScreen } from '../../blocks/app-screen/app-screen';
import { usePageId, usePageTitle } from '../../platform/navigation';
import { useShownEvent } from '../../sync/fetched-events';
import { Segments } from '../../ui/segments';
import './index.scss';

type Kind = keyof typeof words.kinds;

const KINDS: readonly { readonly value: Kind; readonly text: string }[] = [
  { value: 'fee', text: words.kinds.fee },
  { value: 'feedback', text: words.kinds.feedback },
];

export default function ReportPage(): ReactElement {
  const event = usePageId('event') ?? null;
  const { event: known } = useShownEvent(event ?? '');
  const [kind, setKind] = useState<Kind>(event === null ? 'feedback' : 'fee');
  const title = words.titles[kind];
  usePageTitle(title);
  return (
    <AppScreen title={title}>
      <Segments options={KINDS} value={kind} onChange={setKind} />
      <ReportForm
        key={kind}
        kind={kind}
        event={kind === 'fee' ? event : null}
        title={kind === 'fee' ? known?.title : undefined}
      />
      <LookUp />
      <Not12315 />
    </AppScreen>
  );
}
