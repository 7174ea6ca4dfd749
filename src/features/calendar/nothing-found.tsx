import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { NATION } from '../../../domain/region/region';
import { t } from '../../../words/strings';
import { goTo } from '../../platform/navigation';
import { useViewedRegion } from '../../sync/preferences';
import { ariaProps } from '../../ui/a11y';
import { Button } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { EmptyState } from '../../ui/notice';

interface SuggestionsProps {
  readonly onWord: (word: string) => void;
  readonly onWeekend: () => void;
}

/** Words that find something, for those who do not know what to type. */
export function Suggestions({ onWord, onWeekend }: SuggestionsProps): ReactElement {
  return (
    <View className="suggestions" {...ariaProps({ role: 'group', label: t.calendar.suggestLabel })}>
      {t.calendar.suggestions.map((word) => (
        <Chip
          key={word}
          text={word}
          label={word}
          onTap={() => {
            onWord(word);
          }}
        />
      ))}
      <Chip text={t.calendar.weekend} label={t.calendar.weekend} onTap={onWeekend} />
    </View>
  );
}

/** Without a region only the whole country's own events are looked through. */
function ChooseRegion(): ReactElement {
  return (
    <Button
      text={t.region.choose}
      onTap={() => {
        goTo('/packages/region/index');
      }}
    />
  );
}

interface NothingFoundProps extends SuggestionsProps {
  readonly isSearching: boolean;
  readonly isFiltered: boolean;
  /** How many that are over would be found. */
  readonly earlier: number;
  readonly onEarlier: () => void;
  readonly onClearFilter: () => void;
  readonly onAll: () => void;
}

/** Nothing passes search and filters: what to do, and only what can help. */
export function NothingFound(props: NothingFoundProps): ReactElement {
  const { isSearching, isFiltered, earlier, onWord, onWeekend, onEarlier, onClearFilter, onAll } = props;
  const isWhole = useViewedRegion().code === NATION;
  return (
    <View>
      <EmptyState
        icon="search"
        title={t.calendar.noneTitle}
        text={isWhole ? t.home.chooseText : isFiltered ? t.calendar.noneText : t.calendar.noneWords}
      />
      {isSearching ? <Suggestions onWord={onWord} onWeekend={onWeekend} /> : null}
      <View className="nothing">
        {isWhole ? <ChooseRegion /> : null}
        {earlier === 0 ? null : <Button text={t.calendar.showEarlier(earlier)} onTap={onEarlier} />}
        {isFiltered ? <Button text={t.calendar.clearFilter} onTap={onClearFilter} /> : null}
        <Button look="quiet" text={t.calendar.showAll} onTap={onAll} />
      </View>
    </View>
  );
}
