import type { RegionCode } from '../../../domain/ids';
import type { ReactElement } from 'react';
import { CITIZEN } from '../../../domain/api/citizen';
import { addressOf } from '../../../domain/api/endpoint';
import { NATION } from '../../../domain/region/region';
import { t } from '../../../words/strings';
import { confirm, toast } from '../../platform/ask';
import { copyText } from '../../platform/phone';
import { serverLink } from '../../platform/share';
import { usePreference } from '../../sync/preferences';
import { Row } from '../../ui/row';

/** Copies the address of the region's calendar; who does not let us copy gets to see it. */
async function handOver(region: RegionCode): Promise<void> {
  const url = serverLink(addressOf(CITIZEN.calendar, {}, { region }));
  if ((await copyText(url)) === 'done') {
    toast(t.mine.subscribed);
    return;
  }
  await confirm({ title: t.mine.subscribe, text: url, yes: t.mine.known, no: t.mine.close });
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
