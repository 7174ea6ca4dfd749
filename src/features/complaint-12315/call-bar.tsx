import { View } from '@tarojs/components';
import { type ReactElement, useState } from 'react';
import { complaintGuide } from '../../../words/strings';
import { call, canDial } from '../../platform/phone';
import { meaning } from '../../ui/a11y';
import { Button } from '../../ui/button';
import { useOnce } from '../../ui/use-once';
import { useGuide } from './use-guide';

/** Never leaves the screen. A computer that cannot dial shows the number instead. */
export function CallBar(): ReactElement {
  const { phone } = useGuide();
  const [isShown, setShown] = useState(false);
  const once = useOnce();
  return (
    <View>
      {isShown ? (
        <View className="call-number" {...meaning({ role: 'status' })}>
          <View className="call-number__figures">{phone}</View>
          <View>{complaintGuide.dialText}</View>
        </View>
      ) : null}
      <Button
        look="main"
        text={complaintGuide.call}
        onTap={() => {
          if (canDial()) once([phone], async () => (await call(phone)) === 'done');
          else setShown(true);
        }}
      />
    </View>
  );
}
