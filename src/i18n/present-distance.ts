/** Distances in the words of a list: as exact as straight lines between towns deserve. */
import { BANDS_KM, type BandOfEvents } from '../../domain/region/distance';
import { t } from './strings';

const KM = 1000;
const COARSE_KM = 10;
const STEP_M = 50;

/** `约 350 米`, `约 2.3 公里`, `约 120 公里` */
export function distanceWords(metres: number): string {
  const rounded = Math.max(STEP_M, Math.round(metres / STEP_M) * STEP_M);
  if (rounded < KM) return t.nearby.metres(rounded);
  const km = metres / KM;
  return t.nearby.kilometres(km < COARSE_KM - 0.05 ? km.toFixed(1) : String(Math.round(km)));
}

export function bandWords(band: BandOfEvents['band']): string {
  if (band === 'nowhere') return t.nearby.nowhere;
  return band === null ? t.nearby.beyond(Math.max(...BANDS_KM)) : t.nearby.within(band);
}
