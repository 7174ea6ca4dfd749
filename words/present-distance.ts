/** Distances in the words of a list: as exact as straight lines between towns deserve. */
import { BANDS_KM, type BandOfEvents } from '../domain/region/distance';
import { nearbyPage } from './strings';

const KM = 1000;
const COARSE_KM = 10;
const STEP_M = 50;

/** `约 350 米`, `约 2.3 公里`, `约 120 公里` */
export function distanceWords(metres: number): string {
  const rounded = Math.max(STEP_M, Math.round(metres / STEP_M) * STEP_M);
  if (rounded < KM) return nearbyPage.metres(rounded);
  const km = metres / KM;
  return nearbyPage.kilometres(km < COARSE_KM - 0.05 ? km.toFixed(1) : String(Math.round(km)));
}

export function bandWords(band: BandOfEvents['band']): string {
  if (band === 'nowhere') return nearbyPage.nowhere;
  return band === null ? nearbyPage.beyond(Math.max(...BANDS_KM)) : nearbyPage.within(band);
}
