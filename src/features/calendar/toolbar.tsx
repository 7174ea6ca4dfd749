import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { t } from '../../../words/strings';
import { Icon } from '../../ui/icon';
import { SearchField } from '../../ui/search-field';
import { Tap } from '../../ui/tap';

interface ToolbarProps {
  /** The choice between the calendar's views. */
  readonly views: ReactElement;
  /** The search words; `null`: the field is closed. */
  readonly query: string | null;
  readonly onQuery: (query: string | null) => void;
  /** How many filters are set. */
  readonly filters: number;
  readonly onFilter: () => void;
}

/** Views, search and filters in one line, which stays on the screen while the list runs below it. */
export function Toolbar({ views, query, onQuery, filters, onFilter }: ToolbarProps): ReactElement {
  return (
    <View className="toolbar">
      <View className="toolbar__main">
        {query === null ? (
          views
        ) : (
          <SearchField
            value={query}
            placeholder={t.calendar.search}
            label={t.calendar.searchHint}
            clearLabel={t.calendar.clearSearch}
            isFocused
            onChange={onQuery}
          />
        )}
      </View>
      {query === null ? (
        <Tap
          label={t.calendar.searchOpen}
          className="toolbar__one"
          onTap={() => {
            onQuery('');
          }}
        >
          <Icon name="search" colour="ink" size={24} />
        </Tap>
      ) : (
        <Tap
          label={t.calendar.searchClose}
          className="toolbar__one"
          onTap={() => {
            onQuery(null);
          }}
        >
          {t.calendar.searchClose}
        </Tap>
      )}
      <Tap
        label={filters === 0 ? t.calendar.filter : t.calendar.filterOn(filters)}
        className={`toolbar__one ${filters === 0 ? '' : 'toolbar__one--on'}`}
        onTap={onFilter}
      >
        <View>{t.calendar.filter}</View>
        {filters === 0 ? null : <View className="toolbar__count">{filters}</View>}
      </Tap>
    </View>
  );
}
