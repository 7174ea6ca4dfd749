import { View } from '@tarojs/components';
import { type ReactElement, useState } from 'react';
import { levelOf, NATION } from '../../../domain/region/region';
import { childrenOf, displayNameOf, fullNameOf, nameOf, pathTo } from '../../../domain/region/region-names';
import { searchRegions } from '../../../domain/region/region-search';
import { t } from '../../../words/strings';
import { goTo, usePageParam } from '../../platform/navigation';
import type { Region } from '../../sync/preferences';
import { Notice } from '../../ui/notice';
import { Row } from '../../ui/row';
import { SearchField } from '../../ui/search-field';
import { RegionPath } from './region-path';

interface RegionPickerProps {
  readonly hint: string;
  /** Nothing above it is offered. */
  readonly root: string;
  readonly chosen: string | undefined;
  readonly onChoose: (region: Region) => void;
  /** Words behind a region's name; `null`: it is not offered at all. */
  readonly noteOf?: (code: string) => string | null;
  /** Offered for one tap while nothing is searched for. */
  readonly recent?: readonly Region[];
}

const isLeaf = (code: string): boolean => levelOf(code) === 'county' || childrenOf(code).length === 0;

/** The level to open at: the one that lists what is chosen, or what the chosen region contains. */
function startingScope(root: string, chosen: string | undefined): string {
  const path = pathTo(chosen ?? root);
  const from = path.indexOf(root);
  if (from === -1) return root;
  const inside = path.slice(from).filter((code) => !isLeaf(code));
  return inside[inside.length - 1] ?? root;
}

/** From a region down to a county, each level a page of its own; any level may be chosen, and covers all below it. */
export function RegionPicker({ hint, root, chosen, onChoose, noteOf, recent = [] }: RegionPickerProps): ReactElement {
  const level = usePageParam('level');
  const purpose = usePageParam('for');
  const depth = Number(usePageParam('depth') ?? 0);
  const [scope, setScope] = useState(() => startingScope(root, level ?? chosen));
  const [query, setQuery] = useState('');
  const isOffered = (code: string): boolean => noteOf?.(code) !== null;
  const choose = (code: string): void => {
    onChoose({ code, name: displayNameOf(code) ?? code });
  };
  const enter = (code: string): void => {
    if (isLeaf(code)) choose(code);
    else
      goTo('/packages/region/index', {
        ...(purpose === undefined ? {} : { for: purpose }),
        level: code,
        depth: String(depth + 1),
      });
  };
  const noteFor = (code: string, more = ''): string | undefined => {
    const notes = [code === chosen ? t.region.chosen : '', noteOf?.(code) ?? '', more];
    return notes.filter((note) => note !== '').join(' · ') || undefined;
  };
  const found = searchRegions(query, (code) => pathTo(code).includes(root) && isOffered(code));
  const isNation = scope === NATION;
  const others = recent.filter(({ code }) => code !== chosen);
  return (
    <View className="region">
      <View className="region__hint">{hint}</View>
      <SearchField
        value={query}
        placeholder={t.region.search}
        label={t.region.search}
        clearLabel={t.region.clearSearch}
        onChange={setQuery}
      />
      {query.trim() === '' ? (
        <>
          <RegionPath root={root} scope={scope} onScope={setScope} />
          {depth > 0 || others.length === 0 ? null : (
            <View className="card region__recent">
              {others.map(({ code, name }) => (
                <Row
                  key={code}
                  icon="history"
                  title={name}
                  text={t.region.recent}
                  onTap={() => {
                    choose(code);
                  }}
                />
              ))}
            </View>
          )}
          <View className="card">
            <Row
              icon={scope === chosen ? 'check' : 'map-pin'}
              title={isNation ? t.region.nation : t.region.whole(nameOf(scope) ?? scope)}
              text={noteFor(scope, isNation ? t.region.nationText : t.region.wholeText(nameOf(scope) ?? scope))}
              onTap={() => {
                choose(scope);
              }}
            />
            {childrenOf(scope)
              .filter(isOffered)
              .map((code) => (
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
        </>
      ) : found.length === 0 ? (
        <Notice icon="map-pin" title={t.region.noneFound} text={t.region.noneFoundText} />
      ) : (
        <View className="card">
          {found.map((code) => (
            <Row
              key={code}
              icon={code === chosen ? 'check' : 'map-pin'}
              title={displayNameOf(code) ?? code}
              text={noteFor(code, fullNameOf(code) ?? '')}
              onTap={() => {
                choose(code);
              }}
            />
          ))}
        </View>
      )}
    </View>
  );
}
