import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { copyablesOf } from '../../../domain/text/copyable';
import { t } from '../../../words/strings';
import { copyAndSay } from '../../ui/copy-tap';
import { Row } from '../../ui/row';

/** Links and meeting numbers of an event's text, each a tap away from the clipboard. */
export function CopyRows({ text }: { readonly text: string }): ReactElement | null {
  const found = copyablesOf(text);
  if (found.length === 0) return null;
  return (
    <View className="card event__copy">
      {found.map(({ kind, text: copied }) => (
        <Row key={copied} icon="copy" title={t.event.copy[kind]} text={copied} onTap={() => void copyAndSay(copied)} />
      ))}
    </View>
  );
}
