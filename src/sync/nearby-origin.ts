/** The region that distances are counted from, where it is not the one that one looks at. A position is never kept. */
import { useStore } from 'zustand';
import { persisted } from './persisted';
import { type Region, RegionSchema, usePreference } from './preferences';

const { store, update } = persisted<{ readonly region: Region | null }, Region>({
  key: 'nearby-origin',
  version: 1,
  schema: RegionSchema,
  empty: { region: null },
  toState: (region) => ({ region }),
  toStored: ({ region }) => region,
  owner: 'phone',
  missed: null,
});

/** The one that was picked for this, else the one that one looks at. */
export function useOriginRegion(): Region | null {
  const chosen = usePreference('region');
  return useStore(store, ({ region }) => region) ?? chosen;
}

/** One that finds no room to be kept lives as long as the app does. */
export function chooseOriginRegion(region: Region): void {
  update(() => ({ region }));
}
