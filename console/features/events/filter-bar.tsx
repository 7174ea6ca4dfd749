import { Button, Input, Radio, Select } from 'antd';
import { type ReactElement, useId, useState } from 'react';
import { consoleWords } from '../../../words/console';
import { eventsWords as words } from '../../../words/console/events';
import { EVENT_STATES } from '../../../domain/event/draft';
import type { EventState } from '../../../domain/permission';
import { type EventFilters, isFiltered } from './event-filters';

interface FilterBarProps {
  readonly filters: EventFilters;
  /** There are regions below, whose events may be looked at. */
  readonly hasBelow: boolean;
  readonly onChange: (name: keyof EventFilters, value: string | undefined) => void;
  readonly onClear: () => void;
}

export function FilterBar({ filters, hasBelow, onChange, onClear }: FilterBarProps): ReactElement {
  const id = useId();
  // Typed, but not yet searched for; another address brings its own.
  const [typed, setTyped] = useState({ for: filters.q, text: filters.q ?? '' });
  const text = typed.for === filters.q ? typed.text : (filters.q ?? '');
  const { state, from, to } = filters;
  return (
    <div role="search" className="filters" aria-label={words.filters}>
      {hasBelow ? (
        <Radio.Group
          optionType="button"
          aria-label={words.whose}
          value={filters.of}
          options={(['own', 'below'] as const).map((value) => ({ value, label: words.of[value] }))}
          onChange={({ target }) => {
            onChange('of', target.value === 'below' ? 'below' : undefined);
          }}
        />
      ) : null}
      <Input.Search
        className="filters__q"
        aria-label={words.q}
        placeholder={words.q}
        value={text}
        allowClear
        maxLength={60}
        onChange={({ target }) => {
          setTyped({ for: filters.q, text: target.value });
        }}
        onSearch={(value) => {
          onChange('q', value.trim());
        }}
      />
      <Select<EventState | ''>
        className="filters__state"
        aria-label={words.state}
        value={state ?? ''}
        options={[
          { value: '', label: words.allStates },
          ...EVENT_STATES.map((each) => ({ value: each, label: consoleWords.states[each] })),
        ]}
        onChange={(value) => {
          onChange('state', value);
        }}
      />
      {(['from', 'to'] as const).map((name) => (
        <label key={name} className="filters__day" htmlFor={`${id}-${name}`}>
          {words[name]}
          <Input
            id={`${id}-${name}`}
            type="date"
            value={filters[name] ?? ''}
            onChange={({ target }) => {
              onChange(name, target.value);
            }}
          />
        </label>
      ))}
      {isFiltered(filters) ? (
        <Button type="link" onClick={onClear}>
          {consoleWords.do.clear}
        </Button>
      ) : null}
      {from !== undefined && to !== undefined && to < from ? (
        <div className="field__problem">{words.badSpan}</div>
      ) : null}
    </div>
  );
}
