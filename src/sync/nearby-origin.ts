/** The region that distances are counted from, where it is not the one that one looks at. A position is never kept. */
import * as v from 'valibot';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { read, write } from '../platform/storage';
import { type Region, RegionSchema, usePreference } from './preferences';

const KEY = 'nearby-origin';

const store = createStore<{ readonly region: Region | null }>(() => {
  const parsed = v.safeParse(RegionSchema, read(KEY));
  return { region: parsed.success ? parsed.output : null };
});

/** The one that was picked for this, else the one that one looks at. */
export function useOriginRegion(): Region | null {
  const chosen = usePreference('region');
  return useStore(store, ({ region }) => region) ?? chosen;
}

/** One that finds no room to be kept lives as long as the app does. */
export function chooseOriginRegion(region: Region): void {
  store.setState({ region });
  write(KEY, region);
}
