/**
 * Regions by GB/T 2260 code: six digits, two each for province, city and county; `100000` is the whole country.
 * A scope covers everything below it.
 */
import * as v from 'valibot';

export const NATION = '100000';
export const NATION_NAME = '全国';

export const RegionCodeSchema = v.pipe(v.string(), v.regex(/^[1-9]\d{5}$/, 'region'));

export type RegionLevel = 'nation' | 'province' | 'city' | 'county';

export function levelOf(code: string): RegionLevel {
  if (code === NATION) return 'nation';
  if (code.endsWith('0000')) return 'province';
  return code.endsWith('00') ? 'city' : 'county';
}

/** The first and last code that a scope covers, itself included; the whole country covers every code. */
export function rangeOf(scope: string): { readonly from: string; readonly to: string } {
  switch (levelOf(scope)) {
    case 'nation':
      return { from: '000000', to: '999999' };
    case 'province':
      return { from: scope, to: `${scope.slice(0, 2)}9999` };
    case 'city':
      return { from: scope, to: `${scope.slice(0, 4)}99` };
    case 'county':
      return { from: scope, to: scope };
  }
}

/** Whether `code` is `scope` or lies below it. */
export function covers(scope: string, code: string): boolean {
  const { from, to } = rangeOf(scope);
  return code >= from && code <= to;
}

/** Whether someone who chose `scope` is shown what stands at `code`: its own, its descendants', and national ones. */
export function sees(scope: string, code: string): boolean {
  return code === NATION || covers(scope, code);
}
