/** The regions that were chosen last, so that one who goes back and forth between two need not look for them. */
import * as v from 'valibot';
import { useStore } from 'zustand';
import { persisted } from './persisted';
import { preferences, type Region, RegionSchema } from './preferences';

const MOST = 4;

const { store, update } = persisted<{ readonly regions: readonly Region[] }, readonly Region[]>({
  key: 'recent-regions',
  version: 1,
  schema: v.array(RegionSchema),
  empty: { regions: [] },
  toState: (regions) => ({ regions: regions.slice(0, MOST) }),
  toStored: ({ regions }) => regions,
  owner: 'phone',
  missed: null,
});

/** Latest first; a list that finds no room lives as long as the app does. */
export function rememberRegion(region: Region): void {
  const left = preferences.getState().region;
  update(({ regions }) => {
    const all = [region, ...(left === null ? [] : [left]), ...regions];
    return {
      regions: all.filter(({ code }, index) => all.findIndex((each) => each.code === code) === index).slice(0, MOST),
    };
  });
}

export function useRecentRegions(): readonly Region[] {
  return useStore(store, ({ regions }) => regions);
}
