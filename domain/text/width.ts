/** Full-width forms, as a Chinese keyboard writes them. `normalize` does nothing on phones without ICU: decision 0010. */

/** All of them: U+FF01–FF5E, and the space. */
const FULL_WIDTH = /[\uff01-\uff5e\u3000]/g;
const SPACE = '\u3000';
const TO_ASCII = 0xfee0;

/** In half width; each character keeps its place. `which`: the full-width characters meant, all if left out. */
export function halfWidth(text: string, which: RegExp = FULL_WIDTH): string {
  return text.replace(which, (char) => (char === SPACE ? ' ' : String.fromCharCode(char.charCodeAt(0) - TO_ASCII)));
}
