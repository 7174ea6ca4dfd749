/** What a person chose on this phone. Small, written at once, and parsed on the way in like everything stored. */
import * as v from 'valibot';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { NATION, NATION_NAME, RegionCodeSchema } from '../../domain/region/region';
import { phoneTypeSize } from '../platform/type-size';
import { persisted } from './persisted';

export const RegionSchema = v.object({ code: RegionCodeSchema, name: v.string() });
/** A chosen region; its name comes along so that a list of codes need not be loaded to show it. */
export type Region = v.InferOutput<typeof RegionSchema>;

const PreferencesSchema = v.object({
  /** `null`: not chosen yet. */
  region: v.nullable(RegionSchema),
  /** 长辈版; `null`: not chosen, as WeChat's own type size has it. */
  largeType: v.nullable(v.boolean()),
});
export type Preferences = v.InferOutput<typeof PreferencesSchema>;

const DEFAULTS: Preferences = { region: null, largeType: null };

const kept = persisted<Preferences, Preferences>({
  key: 'preferences',
  version: 1,
  schema: PreferencesSchema,
  empty: DEFAULTS,
  toState: (stored) => stored,
  toStored: (state) => state,
  owner: 'phone',
  missed: 'setting',
});
export const preferences = kept.store;

export function usePreference<K extends keyof Preferences>(name: K): Preferences[K] {
  return useStore(preferences, (state) => state[name]);
}

function change(part: Partial<Preferences>): void {
  kept.update((all) => ({ ...all, ...part }));
}

export function chooseRegion(region: Region): void {
  change({ region });
}

const WHOLE_COUNTRY: Region = { code: NATION, name: NATION_NAME };

/** The region to show: the chosen one; until one is chosen, the whole country. */
export const viewedRegion = ({ region }: Preferences): Region => region ?? WHOLE_COUNTRY;

export function useViewedRegion(): Region {
  return useStore(preferences, viewedRegion);
}

/** WeChat's standard is 17; from here on a person has asked for large type. */
const LARGE_TYPE = 20;

const phoneType = createStore<{ readonly large: boolean }>(() => ({ large: (phoneTypeSize() ?? 0) >= LARGE_TYPE }));

/** The person may have been in WeChat's settings meanwhile: called when the app comes to the front. */
export function hearPhoneTypeSize(): void {
  phoneType.setState({ large: (phoneTypeSize() ?? 0) >= LARGE_TYPE });
}

/** Whether 长辈版 is on: by choice, else as WeChat's own type size has it. */
export function useLargeType(): boolean {
  const byPhone = useStore(phoneType, (state) => state.large);
  return usePreference('largeType') ?? byPhone;
}

export function chooseLargeType(largeType: boolean): void {
  change({ largeType });
}
