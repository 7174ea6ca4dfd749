/**
 * Regions by GB/T 2260 code: six digits, two each for province, city and county; `100000` is the whole country.
 * A scope covers everything below it.
 */
import type { RegionCode } from '../ids';
import * as v from 'valibot';

export const NATION = '100000';
export const NATION_NAME = '全国';

export const RegionCodeSchema: v.GenericSchema<string, RegionCode> = v.pipe(
  v.string(),
  v.regex(/^[1-9]\d{5}$/, 'region'),
);

export type RegionLevel = 'nation' | 'province' | 'city' | 'county';

export function levelOf(code: string): RegionLevel {
  if (code === NATION) return 'nation';
  if (code.endsWith('0000')) return 'province';
  return code.endsWith('00') ? 'city' : 'county';
}

/** Codes from the first to the last, both included. */
export interface CodeRange {
  readonly from: string;
  readonly to: string;
}

/** The codes that a scope covers, itself included; the whole country covers every code. */
export function rangeOf(scope: string): CodeRange {
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

const isWithin = (code: string, { from, to }: CodeRange): boolean => code >= from && code <= to;

/** Whether `code` is `scope` or lies below it. */
export function covers(scope: string, code: string): boolean {
  return isWithin(code, rangeOf(scope));
}

/**
 * What someone who chose `scope` is shown: national events, and those of the region itself and below it. Who chose the
 * whole country is shown national events only: with the events of every province no phone could keep them. The server's
 * SQL and the phone both follow from these ranges.
 */
export function visibleRanges(scope: string): readonly [national: CodeRange, own: CodeRange] {
  const national = { from: NATION, to: NATION };
  return [national, scope === NATION ? national : rangeOf(scope)];
}

/** Whether someone who chose `scope` is shown an event of the region `code`. */
export function sees(scope: string, code: string): boolean {
  return visibleRanges(scope).some((range) => isWithin(code, range));
}

/** Municipalities, whose districts belong to no city below them. */
const MUNICIPALITIES = ['11', '12', '31', '50'];
/** Whether the region is a municipality or lies in one. */
export function isMunicipality(code: string): boolean {
  return MUNICIPALITIES.includes(code.slice(0, 2));
}

const COUNTY_IN_CITY = /^(.{1,10}?(?:市|地区|自治州|盟)).+$/;

/**
 * The city around a county, to look further than the county itself, by code and the name that an event shows for it
 * (`拉萨市城关区` gives `拉萨市`). Any other region, and a county under its province itself, gives itself back.
 */
export function cityAround(code: string, name: string): { readonly code: string; readonly name: string } {
  const isInCity = levelOf(code) === 'county' && !isMunicipality(code) && code.slice(2, 4) < '90';
  const city = isInCity ? COUNTY_IN_CITY.exec(name)?.[1] : undefined;
  return city === undefined ? { code, name } : { code: `${code.slice(0, 4)}00`, name: city };
}
