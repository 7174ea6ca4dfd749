/**
 * Regions in words, by GB/T 2260 code. Source: `region-data.ts`, read into a map at the first question only, because it
 * is 3,000 entries that a phone showing a list never needs (an event carries its region's name).
 *
 * Some codes of the city level are mere groups (110100, the districts of Beijing; 429000, counties under the province
 * itself). They exist, but go by the province's name, and no list of children shows them.
 */
import { REGION_TABLE } from './region-data';
import { levelOf, NATION, NATION_NAME } from './region';

interface RegionTable {
  /** By code; a group's name is empty. */
  readonly names: ReadonlyMap<string, string>;
  readonly children: ReadonlyMap<string, readonly string[]>;
}

function parseTable(text: string): RegionTable {
  const names = new Map<string, string>([[NATION, NATION_NAME]]);
  const children = new Map<string, string[]>();
  const put = (code: string, name: string, parent: string): void => {
    names.set(code, name);
    const siblings = children.get(parent);
    if (siblings) siblings.push(code);
    else children.set(parent, [code]);
  };
  for (const line of text.trim().split('\n')) {
    const [head = '', ...cities] = line.split(';');
    const province = `${head.slice(0, 2)}0000`;
    put(province, head.slice(2), NATION);
    for (const entry of cities) {
      const [label = '', counties = ''] = entry.split(':');
      const prefix = province.slice(0, 2) + label.slice(0, 2);
      const city = `${prefix}00`;
      const isGroup = label.length === 2;
      if (isGroup) names.set(city, '');
      else put(city, label.slice(2), province);
      for (const county of counties.split(',').filter((each) => each !== '')) {
        put(prefix + county.slice(0, 2), county.slice(2), isGroup ? province : city);
      }
    }
  }
  return { names, children };
}

let table: RegionTable | undefined;

function readTable(): RegionTable {
  table ??= parseTable(REGION_TABLE);
  return table;
}

const provinceOf = (code: string): string => `${code.slice(0, 2)}0000`;
const cityOf = (code: string): string => `${code.slice(0, 4)}00`;

/** Names from the province down to `code` itself, none twice; empty if there is no such code. */
function namesAbove(code: string): string[] {
  const { names } = readTable();
  if (!names.has(code)) return [];
  if (code === NATION) return [NATION_NAME];
  const path = new Set([provinceOf(code), cityOf(code), code]);
  return [...path].map((each) => names.get(each) ?? '').filter((name) => name !== '');
}

/** Whether GB/T 2260 has this code, or it is the whole country. */
export function regionExists(code: string): boolean {
  return readTable().names.has(code);
}

/** Its own name alone: `城关区`; `null` if there is no such code. */
export function nameOf(code: string): string | null {
  const names = namesAbove(code);
  return names[names.length - 1] ?? null;
}

/** With everything above it: `西藏自治区拉萨市城关区`; `null` if there is no such code. */
export function fullNameOf(code: string): string | null {
  return namesAbove(code).join('') || null;
}

/** As an event shows it: a county with what it belongs to (`拉萨市城关区`, `北京市东城区`), anything else by its own name. */
export function displayNameOf(code: string): string | null {
  const path = namesAbove(code);
  return path.slice(levelOf(code) === 'county' ? -2 : -1).join('') || null;
}

/** The codes one step below, in the order of the standard; empty for a county, a group or an unknown code. */
export function childrenOf(code: string): readonly string[] {
  return readTable().children.get(code) ?? [];
}

/** Every code that has a name of its own: no groups. */
export function allRegions(): readonly string[] {
  return [...readTable().names].flatMap(([code, name]) => (name === '' ? [] : [code]));
}

/** What it lies in, from the whole country down, itself last; groups are left out, and an unknown code gives nothing. */
export function pathTo(code: string): readonly string[] {
  const { names } = readTable();
  if (!names.has(code)) return [];
  const path = new Set([NATION, provinceOf(code), cityOf(code), code]);
  return code === NATION ? [NATION] : [...path].filter((each) => (names.get(each) ?? '') !== '');
}
