/** The regions that were chosen last, so that one who goes back and forth between two need not look for them. */
import * as v from 'valibot';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { read, write } from '../platform/storage';
import { preferences, type Region, RegionSchema } from './preferences';

const KEY = 'recent-regions';
const MOST = 4;

const store = createStore<{ readonly regions: readonly Region[] }>(() => {
  const parsed = v.safeParse(v.array(RegionSchema), read(KEY));
  return { regions: parsed.success ? parsed.output.slice(0, MOST) : [] };
});

/** Latest first; a list that finds no room lives as long as the app does. */
export function rememberRegion(region: Region): void {
  const left = preferences.getState().region;
  const all = [region, ...(left === null ? [] : [left]), ...store.getState().regions];
  const regions = all.filter(({ code }, index) => all.findIndex((each) => each.code === code) === index).slice(0, MOST);
  store.setState({ regions });
  write(KEY, regions);
}

export function useRecentRegions(): readonly Region[] {
  return useStore(store, ({ regions }) => regions);
}
