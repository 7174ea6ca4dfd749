/** Proof-reading: what a new campaign says officially, against the pasted notices, to the character (rule F8). */

export interface OfficialText {
  /** `theme`, `slogans.3`, `documents.0.title`, `items.t001.name` … */
  readonly path: string;
  readonly text: string;
}

export interface Difference extends OfficialText {
  /** The character, from 0, at which the text leaves the notice; its length where nothing of it is there. */
  readonly at: number;
  /** What the notice has from there on; empty: nowhere in it does the text begin. */
  readonly notice: string;
}

/** Blanks and breaks are the page's, not the notice's. */
const withoutBlanks = (text: string): string => text.replace(/[\s\u00a0\u3000]+/gu, '');

const SHOWN = 12;

/** How far the text runs along with the notice from a place on. */
function sharedLength(text: readonly string[], notice: readonly string[], from: number): number {
  let length = 0;
  while (length < text.length && text[length] === notice[from + length]) length += 1;
  return length;
}

/**
 * Decides which texts are not in the notices character for character; blanks and line breaks do not count. Each comes with
 * the first character that differs where the notice runs along the longest.
 */
export function proofRead(texts: readonly OfficialText[], notices: readonly string[]): Difference[] {
  const whole = withoutBlanks(notices.join('\n'));
  const characters = Array.from(whole);
  return texts.flatMap(({ path, text }) => {
    const wanted = withoutBlanks(text);
    if (wanted !== '' && whole.includes(wanted)) return [];
    const own = Array.from(wanted);
    let best = { at: 0, from: -1 };
    for (let from = 0; from < characters.length; from += 1) {
      const at = sharedLength(own, characters, from);
      if (at > best.at) best = { at, from };
    }
    const notice = best.from < 0 ? '' : characters.slice(best.from + best.at, best.from + best.at + SHOWN).join('');
    return [{ path, text: wanted, at: best.at, notice }];
  });
}
