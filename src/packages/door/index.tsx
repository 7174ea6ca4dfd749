import type { ReactElement } from 'react';
import { AppScreen } from '../../blocks/app-screen/app-screen';
import { DoorGate } from '../../features/door/door-gate';
import { doorWords } from '../../../words/door';
import { useNow } from '../../sync/now';
import './index.scss';

export default function DoorPage(): ReactElement {
  const now = useNow();
  return (
    <AppScreen title={doorWords.title}>
      <DoorGate now={now} />
    </AppScreen>
  );
}
