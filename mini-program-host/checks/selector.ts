/** What WeChat's style compiler takes of a selector. It is older than lists in `:not()`, `:is()` and part selectors. */

const SPACE = /\s+/y;
const SIMPLE = /[.#][\w-]+|[A-Za-z_-][\w-]*|[\d.]+%/y;
const PSEUDO = /::?[\w-]+(?![\w(-])/y;
const ATTRIBUTE = /\[\s*[\w-]+\s*(?:[~|^$*]?=\s*(?:[\w-]+|"[^"]*"|'[^']*')\s*)?\]/y;
const FUNCTION = /:[\w-]+\(\s*/y;
const FUNCTION_END = /\s*\)/y;
const NTH = /(?:-?\d*n(?:\s*[+-]\s*\d+)?|\d+)(?=\s*\))/y;
const COMBINATOR = /[>+~]/y;
const COMMA = /,/y;

class SelectorScanner {
  private at = 0;

  constructor(private readonly text: string) {}

  private take(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    this.at += found?.[0].length ?? 0;
    return found !== null;
  }

  /** Where it stops being a selector. */
  scan(): number | undefined {
    let previous: 'start' | 'compound' | 'combinator' | 'comma' = 'start';
    // A quirk of that compiler: `~` comes after names alone, and not after another combinator.
    let mayBeSibling = false;
    while (this.at < this.text.length) {
      if (this.take(SPACE)) continue;
      const from = this.at;
      if (this.takeCompound()) {
        mayBeSibling = previous !== 'combinator' && /^[\w.#-]+$/.test(this.text.slice(from, this.at));
        previous = 'compound';
      } else if (this.take(COMMA)) {
        if (previous !== 'compound') return from;
        previous = 'comma';
      } else if (this.take(COMBINATOR)) {
        if (previous === 'combinator' || (this.text[from] === '~' && !(previous === 'compound' && mayBeSibling)))
          return from;
        previous = 'combinator';
      } else return from;
    }
    return previous === 'combinator' || previous === 'start' ? this.at : undefined;
  }

  private takeCompound(): boolean {
    let isThere = false;
    while (this.takeFunction() || this.take(ATTRIBUTE) || this.take(PSEUDO) || this.take(SIMPLE)) isThere = true;
    return isThere;
  }

  private takeFunction(): boolean {
    const from = this.at;
    if (!this.take(FUNCTION)) return false;
    if (!this.take(NTH)) {
      if (this.take(COMBINATOR)) this.take(SPACE);
      if (!this.takeCompound()) return this.backTo(from);
    }
    return this.take(FUNCTION_END) || this.backTo(from);
  }

  private backTo(offset: number): false {
    this.at = offset;
    return false;
  }
}

/** The offset of what WeChat's compiler refuses; `undefined` where it takes all of the selector. */
export const selectorFault = (selector: string): number | undefined => new SelectorScanner(selector).scan();
