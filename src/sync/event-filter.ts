/** The filters of the calendar, kept on the phone between visits. */
import * as v from 'valibot';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { type EventFilter, EventFilterSchema, NO_FILTER } from '../domain/event-filter';
import { covers } from '../domain/region';
import { read, write } from '../platform/storage';
import { preferences } from './preferences';

const KEY = 'event-filter';

function readFilter(): EventFilter {
  const parsed = v.safeParse(EventFilterSchema, read(KEY));
  return parsed.success ? parsed.output : NO_FILTER;
}

const store = createStore<EventFilter>(readFilter);

export function useEventFilter(): EventFilter {
  return useStore(store);
}

/** A filter that finds no room lives as long as the app does. */
export function changeEventFilter(part: Partial<EventFilter>): void {
  store.setState(part);
  write(KEY, store.getState());
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
