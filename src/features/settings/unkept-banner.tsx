import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { t } from '../../../words/strings';
import { say } from '../../platform/ask';
import { keepUnkept, type Missed, useMissed } from '../../sync/room';
import { meaning } from '../../ui/a11y';
import { Button } from '../../ui/button';
import './unkept-banner.scss';

/** In the order of the harm; a smaller one is left out beside a greater one that says the same. */
function shownOf(missed: readonly Missed[]): readonly Missed[] {
  const great = (['sign-up', 'ticket'] as const).filter((each) => missed.includes(each));
  const rest = (['account', 'draft', 'follow', 'setting'] as const).filter((each) => missed.includes(each));
  return great.length > 0 ? great : rest.slice(0, 1);
}

/** What is lost when the app closes, since the phone has no room for it; and a way to try again. */
export function UnkeptBanner(): ReactElement | null {
  const words = t.storage;
  const shown = shownOf(useMissed());
  if (shown.length === 0) return null;
  return (
    <View className="unkept" {...meaning({ role: 'status', label: words.label })}>
      {shown.map((each) => (
        <View key={each} className="unkept__missed">
          {words.missed[each]}
        </View>
      ))}
      <View className="unkept__why">{words.why}</View>
      <Button
        text={words.retry}
        onTap={() => {
          say(keepUnkept() === 'ok' ? words.kept : words.stillFull);
        }}
      />
    </View>
  );
}
