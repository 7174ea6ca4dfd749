import { NATION } from '../../domain/region/region';

/** The codes of a region's levels, from the country down to itself. */
export const ancestorsOf = (region: string): string[] => [
  ...new Set([NATION, `${region.slice(0, 2)}0000`, `${region.slice(0, 4)}00`, region]),
];
