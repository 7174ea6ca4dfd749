import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { AppScreen } from '../../blocks/app-screen/app-screen';
import { MemberGate } from '../../features/field-work/member-gate';
import { MemberHome } from '../../features/field-work/member-home';
import { fieldWork } from '../../../words/strings';
import { openDoorPage, usePageParam } from '../../platform/navigation';
import { useNow } from '../../sync/now';
import { Row } from '../../ui/row';
import './index.scss';

export default function FieldPage(): ReactElement {
  const now = useNow();
  const code = usePageParam('bind');
  return (
    <AppScreen title={fieldWork.title}>
      <MemberGate code={code}>{(me) => <MemberHome me={me} now={now} />}</MemberGate>
      <View className="card work__card--rows">
        <Row icon="door-open" title={fieldWork.list.door} text={fieldWork.list.doorText} onTap={openDoorPage} />
      </View>
    </AppScreen>
  );
}
