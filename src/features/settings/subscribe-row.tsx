import type { ReactElement } from 'react';
import { NATION } from '../../../domain/region/region';
import { t } from '../../../words/strings';
import { confirmWith, say } from '../../platform/ask';
import { copyText } from '../../platform/phone';
import { serverLink } from '../../platform/share';
import { usePreference } from '../../sync/preferences';
import { Row } from '../../ui/row';

/** Copies the address of the region's calendar; who does not let us copy gets to see it. */
async function handOver(region: string): Promise<void> {
  const url = serverLink(`/api/v1/calendar.ics?region=${region}`);
  if ((await copyText(url)) === 'done') {
    say(t.mine.subscribed);
    return;
  }
  await confirmWith({ title: t.mine.subscribe, text: url, yes: t.mine.known, no: t.mine.close });
}

/** The region's events in any calendar that can subscribe to one. */
export function SubscribeRow(): ReactElement {
  const region = usePreference('region');
  return (
    <Row
      icon="calendar-plus"
      title={t.mine.subscribe}
      text={t.mine.subscribeText}
      onTap={() => void handOver(region?.code ?? NATION)}
    />
  );
}
