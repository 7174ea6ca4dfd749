/** Running text in lines of a given width, for canvases, which break nothing by themselves. */

/** Width of a text in the unit of the line. */
type WidthOf = (text: string) => number;

/** Numbers, Latin words and times stay whole; everything else may be parted after each character. */
const TOKEN = /[A-Za-z0-9:.–\-/%]+|\s+|[\uD800-\uDBFF][\uDC00-\uDFFF]|[\s\S]/g;
/** Marks that never begin a line. */
const CLOSING = /^[，。；：、！？）》”’」】·…]$/;

function tokensOf(text: string, width: number, widthOf: WidthOf): string[] {
  const tokens: string[] = [];
  for (const token of text.match(TOKEN) ?? []) {
    const last = tokens[tokens.length - 1];
    if (CLOSING.test(token) && last !== undefined) tokens[tokens.length - 1] = last + token;
    else if (widthOf(token) > width) tokens.push(...Array.from(token));
    else tokens.push(token);
  }
  return tokens;
}

/** The text in lines no wider than `width`, unless one character alone is wider; spaces at a line's ends are dropped. */
export function wrapText(text: string, width: number, widthOf: WidthOf): string[] {
  const lines: string[] = [];
  let line = '';
  for (const token of tokensOf(text.trim(), width, widthOf)) {
    if (line !== '' && widthOf((line + token).trim()) > width) {
      lines.push(line.trim());
      line = token.trim();
    } else line += token;
  }
  return line.trim() === '' ? lines : [...lines, line.trim()];
}

/** Widths in characters: a Latin letter or a digit is about half of a Chinese one. */
export const charactersOf: WidthOf = (text) =>
  Array.from(text).reduce((sum, character) => sum + (character.charCodeAt(0) < 0x2e80 ? 0.55 : 1), 0);

const MOST_LINES = 9;

/**
 * A title in the number of lines that lets its type be largest. `sizeOf`: the type size that fits a number of lines of
 * which the longest has so many characters.
 */
export function titleLines(title: string, sizeOf: (lines: number, longest: number) => number): readonly string[] {
  const all = charactersOf(title);
  let best: readonly string[] = [title];
  let largest = 0;
  for (let count = 1; count <= MOST_LINES; count += 1) {
    const lines = wrapText(title, Math.max(1, all / count + 0.6), charactersOf);
    const size = sizeOf(lines.length, Math.max(...lines.map(charactersOf)));
    if (size > largest) [best, largest] = [lines, size];
  }
  return best;
}
