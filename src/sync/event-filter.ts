/** The filters of the calendar, kept on the phone between visits. */
import { useStore } from 'zustand';
import { type EventFilter, EventFilterSchema, NO_FILTER } from '../../domain/event/event-filter';
import { covers } from '../../domain/region/region';
import { persisted } from './persisted';
import { preferences } from './preferences';

const { store, update } = persisted<EventFilter, EventFilter>({
  key: 'event-filter',
  version: 1,
  schema: EventFilterSchema,
  empty: NO_FILTER,
  toState: (stored) => stored,
  toStored: (state) => state,
  owner: 'phone',
  missed: null,
});

export function useEventFilter(): EventFilter {
  return useStore(store);
}

/** A filter that finds no room lives as long as the app does. */
export function changeEventFilter(part: Partial<EventFilter>): void {
  update((filter) => ({ ...filter, ...part }));
}

export function clearEventFilter(): void {
  changeEventFilter(NO_FILTER);
}

// Whoever moves on to another region would see nothing through a filter for a part of the old one.
preferences.subscribe(({ region }) => {
  const narrowed = store.getState().region;
  if (narrowed !== null && (region === null || !covers(region.code, narrowed.code)))
    changeEventFilter({ region: null });
});
