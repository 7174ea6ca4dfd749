import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import type { Me } from '../../../domain/account';
import { dayOf } from '../../../domain/time/time';
import { presentHeld } from '../../../words/present-held';
import { useNow } from '../../sync/now';
import { meaning } from '../../ui/a11y';

/** Everything that the server holds on this account, section by section. */
export function HeldData({ held }: { readonly held: Me }): ReactElement {
  const sections = presentHeld(held, dayOf(useNow()));
  return (
    <View className="held">
      {sections.map(({ title, lines }, section) => (
        <View key={`${String(section)} ${title}`} className="held__section">
          <View className="held__title" {...meaning({ role: 'heading', level: 3 })}>
            {title}
          </View>
          {lines.map(([label, value], line) => (
            <View key={`${String(line)} ${label}`} className="held__line">
              {label === '' ? null : <View className="held__label">{label}</View>}
              <View className="held__value">{value}</View>
            </View>
          ))}
        </View>
      ))}
    </View>
  );
}
