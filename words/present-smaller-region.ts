/** What to choose where a region has more events than a phone keeps. */
import { isMunicipality, levelOf } from '../domain/region/region';
import { t } from './strings';

/** `null`: nothing smaller could be chosen. */
function smallerThan(code: string): string | null {
  switch (levelOf(code)) {
    case 'nation':
    case 'county':
      return null;
    case 'city':
      return t.sync.smallerInCity;
    case 'province':
      return isMunicipality(code) ? t.sync.smallerInCity : t.sync.smallerInProvince;
  }
}

/** In place of the events: why they are not here, and which regions would fit. */
export function tooLargeWords(code: string): { readonly text: string; readonly hasSmaller: boolean } {
  const smaller = smallerThan(code);
  const text = smaller === null ? t.sync.tooLargeEvenHere : t.sync.tooLargeText(smaller);
  return { text, hasSmaller: smaller !== null };
}
