import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { doorWords } from '../../../words/door';
import { goTo } from '../../platform/navigation';
import { useWaitingScans } from '../../sync/door-queue';
import { ariaProps } from '../../ui/a11y';
import { Button } from '../../ui/button';

/** Scans that are still on the phone: on their way, or refused and waiting for people. */
export function Waiting(): ReactElement | null {
  const items = useWaitingScans();
  const refused = items.filter(({ refusal }) => refusal !== null).length;
  const waiting = items.length - refused;
  if (items.length === 0) return null;
  return (
    <View>
      {waiting === 0 ? null : (
        <View className="door__link" {...ariaProps({ role: 'status' })}>
          {doorWords.waiting(waiting)}
        </View>
      )}
      {refused === 0 ? null : (
        <Button
          text={doorWords.attention(refused)}
          onTap={() => {
            goTo('/packages/door/attention/index');
          }}
        />
      )}
    </View>
  );
}
