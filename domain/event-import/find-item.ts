/** The programme item that a cell names, by its number, its name, or both as the template's list writes them. */
import type { ProgrammeItem } from '../campaign/campaign';
import { plainLine } from '../text/plain-text';
import { halfWidth } from '../text/width';

export type ImportItem = Pick<ProgrammeItem, 'id' | 'name' | 'kind' | 'audiences'>;

export type Found<Code extends string> =
  | { readonly ok: true; readonly value: string }
  /** `detail`: what may have been meant. */
  | { readonly ok: false; readonly code: Code; readonly detail?: string };

const MOST_CANDIDATES = 3;

/** As the template's list has it: the number makes equal names tell apart. */
export const itemLabel = ({ id, name }: Pick<ImportItem, 'id' | 'name'>): string => `${name}（${id}）`;

/** Names are compared by what is read aloud: blanks, quotes, brackets and other signs do not count. */
const SIGNS = /[\s"'“”‘’「」《》〈〉<>()[\]【】〔〕、,，。.·:：;；!！?？/\-—_]/g;
const bare = (text: string): string => halfWidth(plainLine(text)).replace(SIGNS, '').toLowerCase();

/** Refuses a name that no item has (with those that contain it) and one that several have. */
export function findItem(
  text: string,
  items: readonly ImportItem[],
): Found<'unknown-programme-item' | 'item-ambiguous'> {
  const line = plainLine(text);
  const number = /[（(]([A-Za-z0-9-]+)[)）]$/.exec(line)?.[1] ?? /^[A-Za-z]+\d+(?= |$)/.exec(line)?.[0] ?? line;
  const byNumber = items.find(({ id }) => id.toLowerCase() === number.toLowerCase());
  if (byNumber) return { ok: true, value: byNumber.id };
  const name = bare(line);
  const same = items.filter((item) => bare(item.name) === name);
  const [only, ...others] = same;
  if (only && others.length === 0) return { ok: true, value: only.id };
  const near = only ? same : items.filter((item) => name.length > 1 && bare(item.name).includes(name));
  const detail = near.slice(0, MOST_CANDIDATES).map(itemLabel).join('、');
  return {
    ok: false,
    code: only ? 'item-ambiguous' : 'unknown-programme-item',
    ...(detail !== '' && { detail }),
  };
}
