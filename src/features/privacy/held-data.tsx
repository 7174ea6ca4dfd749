import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import type { Me } from '../../../domain/account';
import { dayOf } from '../../../domain/time/time';
import { presentHeld } from '../../../words/present-held';
import { useNow } from '../../sync/now';
import { ariaProps } from '../../ui/a11y';

/** Everything that the server holds on this account, section by section. */
export function HeldData({ held }: { readonly held: Me }): ReactElement {
  const sections = presentHeld(held, dayOf(useNow()));
  return (
    <View className="my-data">
      {sections.map(({ title, lines }, section) => (
        <View key={`${String(section)} ${title}`} className="my-data__section">
          <View className="my-data__title" {...ariaProps({ role: 'heading', level: 3 })}>
            {title}
          </View>
          {lines.map(([label, value], line) => (
            <View key={`${String(line)} ${label}`} className="my-data__line">
              {label === '' ? null : <View className="my-data__label">{label}</View>}
              <View className="my-data__value">{value}</View>
            </View>
          ))}
        </View>
      ))}
    </View>
  );
}
