import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import type { Change } from '../../domain/change';
import { presentChange } from '../../i18n/present-change';
import { t } from '../../i18n/strings';
import { markChangesSeen, useChanges } from '../../sync/standing';
import { meaning } from '../../ui/a11y';
import { Button } from '../../ui/button';
import { ChangeLines } from '../../ui/change-lines';

/** What changed since its owner last looked, until they say that they have seen it. */
export function ChangeList({ eventId, now }: { readonly eventId: string; readonly now: number }): ReactElement | null {
  const changes: readonly Change[] = useChanges(eventId);
  if (changes.length === 0) return null;
  const words = t.tickets.changes;
  return (
    <View className="changes" {...meaning({ role: 'alert' })}>
      <View className="changes__title">{words.title}</View>
      <ChangeLines changes={changes.map((change) => presentChange(change, now))} was={words.was} is={words.now} />
      <Button
        text={words.seen}
        onTap={() => {
          markChangesSeen(eventId);
        }}
      />
    </View>
  );
}
