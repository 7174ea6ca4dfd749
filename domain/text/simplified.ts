/** Traditional characters as simplified ones, so that 檢測 finds 检测. */
import { SIMPLIFIED_TABLE } from './simplified-data';

/** Made at the first search: most visits never search. */
let table: ReadonlyMap<string, string> | null = null;

function readTable(): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  let code = 0;
  for (const [, distance = '', simplified = ''] of SIMPLIFIED_TABLE.matchAll(/([0-9a-z]+)(.)/gu)) {
    code += parseInt(distance, 36);
    pairs.set(String.fromCodePoint(code), simplified);
  }
  return pairs;
}

const HAN = /[\u4e00-\u9fff]/g;

/**
 * The text with the common traditional characters (Big5, level 1) in their simplified form, one for one. For comparing
 * only: a character with two simplified forms (乾, 著) gets the more frequent one.
 */
export function toSimplified(text: string): string {
  return text.replace(HAN, (character) => {
    table ??= readTable();
    return table.get(character) ?? character;
  });
}
