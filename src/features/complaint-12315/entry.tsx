import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { t } from '../../../words/strings';
import { goTo } from '../../platform/navigation';
import { Icon } from '../../ui/icon';
import { Row } from '../../ui/row';
import { Tap } from '../../ui/tap';

const open = (): void => {
  goTo('/packages/complaint/index');
};

/** Small, at the head of a screen that is about something else. */
export function ComplaintPill(): ReactElement {
  return (
    <Tap label={t.complaint.door} role="link" className="complaint-pill" onTap={open}>
      <Icon name="phone" colour="pine" size={16} />
      <View className="complaint-pill__text">{t.complaint.title}</View>
    </Tap>
  );
}

export function ComplaintRow(): ReactElement {
  return <Row icon="phone" title={t.complaint.door} text={t.complaint.doorText} onTap={open} />;
}
