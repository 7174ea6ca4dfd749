import type { ReactElement } from 'react';
import { t } from '../../../words/strings';
import { goTo } from '../../platform/navigation';
import { Row } from '../../ui/row';

/** Somebody was asked for money: to the superior, in three taps. */
export function ReportFee({ eventId }: { readonly eventId: string }): ReactElement {
  return (
    <Row
      icon="circle-alert"
      title={t.event.reportFee}
      text={t.event.reportFeeText}
      onTap={() => {
        goTo('/packages/report/index', { event: eventId });
      }}
    />
  );
}
