/** The region that a cell names, by its code, its name with or without what it lies in, or both. */
import { plainLine } from '../text/plain-text';
import { covers, NATION } from '../region/region';
import { allRegions, fullNameOf, nameOf, pathTo, regionExists } from '../region/region-names';
import type { Found } from './find-item';

export type RegionFault = 'unknown-region' | 'region-ambiguous' | 'region-outside-scope';

const MOST_CANDIDATES = 3;
const PROVINCE_END = /(?:壮族|回族|维吾尔)?自治区$|特别行政区$|省$|市$/;
const OWN_END = /(?:市|县|区|地区)$/;

/** As the template's list has it. */
export const regionLabel = (code: string): string => `${fullNameOf(code) ?? ''}（${code}）`;

/** Without blanks and without what people set between the parts of a path. */
const bare = (text: string): string => text.replace(/[\s/\\\-—·>、,，]/g, '');

/** Every way to say a path: 西藏自治区拉萨市城关区, 西藏拉萨市城关区, 拉萨市城关区, 城关区, 城关. */
function waysToSay(code: string): Set<string> {
  const names = pathTo(code)
    .slice(code === NATION ? 0 : 1)
    .map((each) => nameOf(each) ?? '');
  const [province = '', ...below] = names;
  const short = [province.replace(PROVINCE_END, ''), ...below];
  const ways = new Set<string>();
  for (const path of [names, short]) for (let at = 0; at < path.length; at += 1) ways.add(path.slice(at).join(''));
  for (const way of [...ways]) {
    const stem = way.replace(OWN_END, '');
    if (stem.length > 1) ways.add(stem);
  }
  return ways;
}

let index: ReadonlyMap<string, readonly string[]> | undefined;

function readIndex(): ReadonlyMap<string, readonly string[]> {
  if (index) return index;
  const made = new Map<string, string[]>();
  for (const code of allRegions()) {
    for (const way of waysToSay(code)) {
      const codes = made.get(way);
      if (codes) codes.push(code);
      else made.set(way, [code]);
    }
  }
  index = made;
  return made;
}

/**
 * `scope`: the region within which the organisation publishes; a name that several regions have means the one inside.
 * Refuses a code or name that GB/T 2260 does not have, one that several regions inside the scope have, and one outside.
 */
export function findRegion(text: string, scope: string): Found<RegionFault> {
  const line = plainLine(text);
  const code = /(?:^|[^\d])([1-9]\d{5})(?:\.0+)?[)）]?$/.exec(line)?.[1];
  if (code !== undefined) {
    if (!regionExists(code)) return { ok: false, code: 'unknown-region' };
    return covers(scope, code) ? { ok: true, value: code } : { ok: false, code: 'region-outside-scope' };
  }
  const all = readIndex().get(bare(line)) ?? [];
  const inside = all.filter((each) => covers(scope, each));
  const [only, ...others] = inside;
  if (only === undefined) return { ok: false, code: all.length > 0 ? 'region-outside-scope' : 'unknown-region' };
  if (others.length === 0) return { ok: true, value: only };
  const detail = inside.slice(0, MOST_CANDIDATES).map(regionLabel).join('、');
  return { ok: false, code: 'region-ambiguous', detail };
}
