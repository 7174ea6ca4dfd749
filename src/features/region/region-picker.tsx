import { View } from '@tarojs/components';
import { type ReactElement, useState } from 'react';
import { levelOf, NATION } from '../../domain/region';
import { childrenOf, displayNameOf, nameOf } from '../../domain/region-names';
import { t } from '../../i18n/strings';
import type { Region } from '../../sync/preferences';
import { Row } from '../../ui/row';
import { Tap } from '../../ui/tap';

interface RegionPickerProps {
  readonly hint: string;
  /** Nothing above it is offered. */
  readonly root: string;
  readonly chosen: string | undefined;
  readonly onChoose: (region: Region) => void;
  /** Words behind a region's name; `null`: it is not offered at all. */
  readonly noteOf?: (code: string) => string | null;
}

/** From a region down to a county; any level may be chosen, and covers everything below it. */
export function RegionPicker({ hint, root, chosen, onChoose, noteOf }: RegionPickerProps): ReactElement {
  const [path, setPath] = useState<readonly string[]>([root]);
  const scope = path[path.length - 1] ?? root;
  const children = childrenOf(scope).filter((code) => noteOf?.(code) !== null);
  const choose = (code: string): void => {
    onChoose({ code, name: displayNameOf(code) ?? code });
  };
  const enter = (code: string): void => {
    if (levelOf(code) === 'county' || childrenOf(code).length === 0) choose(code);
    else setPath([...path, code]);
  };
  const noteFor = (code: string): string | undefined => {
    const notes = [code === chosen ? t.region.chosen : '', noteOf?.(code) ?? ''];
    return notes.filter((note) => note !== '').join(' · ') || undefined;
  };
  return (
    <View className="region">
      <View className="region__hint">{hint}</View>
      <View className="region__path">
        {path.map((code, depth) => (
          <Tap
            key={code}
            label={t.region.up(nameOf(code) ?? code)}
            className={`region__step ${code === scope ? 'region__step--here' : ''}`}
            onTap={() => {
              setPath(path.slice(0, depth + 1));
            }}
          >
            {nameOf(code)}
          </Tap>
        ))}
      </View>
      <View className="card">
        <Row
          icon={scope === chosen ? 'check' : 'map-pin'}
          text={noteFor(scope)}
          title={scope === NATION ? t.region.nation : t.region.whole(nameOf(scope) ?? scope)}
          onTap={() => {
            choose(scope);
          }}
        />
        {children.map((code) => (
          <Row
            key={code}
            title={nameOf(code) ?? code}
            text={noteFor(code)}
            onTap={() => {
              enter(code);
            }}
          />
        ))}
      </View>
    </View>
  );
}
