import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { nameOf, pathTo } from '../../../domain/region/region-names';
import { t } from '../../../words/strings';
import { Tap } from '../../ui/tap';

interface RegionPathProps {
  readonly root: string;
  readonly scope: string;
  readonly onScope: (code: string) => void;
}

/** What the level lies in, each step a way up; nothing at the top, where there is no way up. */
export function RegionPath({ root, scope, onScope }: RegionPathProps): ReactElement | null {
  const whole = pathTo(scope);
  const path = whole.slice(Math.max(0, whole.indexOf(root)));
  if (path.length < 2) return null;
  return (
    <View className="region__path">
      {path.map((code) => {
        const name = nameOf(code) ?? code;
        if (code === scope) {
          return (
            <View key={code} className="region__step region__step--here">
              {name}
            </View>
          );
        }
        return (
          <Tap
            key={code}
            label={t.region.up(name)}
            className="region__step"
            onTap={() => {
              onScope(code);
            }}
          >
            {name}
          </Tap>
        );
      })}
    </View>
  );
}
