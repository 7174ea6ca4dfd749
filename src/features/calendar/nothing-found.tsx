import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { t } from '../../../words/strings';
import { meaning } from '../../ui/a11y';
import { Button } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { Notice } from '../../ui/notice';

interface SuggestionsProps {
  readonly onWord: (word: string) => void;
  readonly onWeekend: () => void;
}

/** Words that find something, for those who do not know what to type. */
export function Suggestions({ onWord, onWeekend }: SuggestionsProps): ReactElement {
  return (
    <View className="suggestions" {...meaning({ role: 'group', label: t.calendar.suggestLabel })}>
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
  return (
    <View>
      <Notice
        icon="search"
        title={t.calendar.noneTitle}
        text={isFiltered ? t.calendar.noneText : t.calendar.noneWords}
      />
      {isSearching ? <Suggestions onWord={onWord} onWeekend={onWeekend} /> : null}
      <View className="nothing">
        {earlier === 0 ? null : <Button text={t.calendar.showEarlier(earlier)} onTap={onEarlier} />}
        {isFiltered ? <Button text={t.calendar.clearFilter} onTap={onClearFilter} /> : null}
        <Button look="quiet" text={t.calendar.showAll} onTap={onAll} />
      </View>
    </View>
  );
}
