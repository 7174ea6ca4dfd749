/** A text without what can hide a word in it: width, spacing, invisible characters, ornaments, other shapes of a character. */

/** Han characters, letters and digits, currency, and the punctuation that ends or lists something. All else is ornament. */
const MEANINGFUL = /[\u4e00-\u9fff〇a-z0-9¥$€£,。;!?、:]/;
const ENDS_CLAUSE = /[,。;!?]/;

const SAME_AS: Readonly<Record<string, string>> = {
  費: '费',
  収: '收',
  繳: '缴',
  報: '报',
  錢: '钱',
  圓: '元',
  圆: '元',
  塊: '块',
  萬: '万',
  碼: '码',
  '○': '〇',
  '◯': '〇',
  '｡': '。',
  '💰': '¥',
  '💴': '¥',
  '💵': '¥',
  '💳': '¥',
  壹: '一',
  贰: '二',
  貳: '二',
  叁: '三',
  肆: '四',
  伍: '五',
  陆: '六',
  柒: '七',
  捌: '八',
  玖: '九',
  拾: '十',
  佰: '百',
  仟: '千',
};

export interface PlainText {
  readonly text: string;
  /** What its clause says before the character at `from`. */
  readonly before: (from: number) => string;
  /** What its line says from the character at `to` on. */
  readonly after: (to: number) => string;
  /** What the author wrote for `text.slice(from, to)`. */
  readonly original: (from: number, to: number) => string;
}

/** What excuses a word stands tight around it: no farther is looked. */
const BEFORE = 200;
const AFTER = 120;

interface Place {
  readonly line: number;
  readonly clauseStart: number;
  /** In the source. */
  readonly from: number;
  readonly to: number;
}

/** Keeps what a reader reads as words and amounts, in one width and one shape, and remembers where each came from. */
export function plainOf(source: string): PlainText {
  let text = '';
  const places: Place[] = [];
  let line = 0;
  let clauseStart = 0;
  let from = 0;
  for (const point of source) {
    const to = from + point.length;
    // A word may be broken across lines, so a new line leaves no character behind.
    if (point === '\n') {
      line += 1;
      clauseStart = text.length;
    }
    for (const char of (SAME_AS[point] ?? point).normalize('NFKC').toLowerCase()) {
      const plain = SAME_AS[char] ?? char;
      if (!MEANINGFUL.test(plain)) continue;
      text += plain;
      places.push({ line, clauseStart, from, to });
      if (ENDS_CLAUSE.test(plain)) clauseStart = text.length;
    }
    from = to;
  }
  return {
    text,
    before: (at) => text.slice(Math.max(places[at]?.clauseStart ?? 0, at - BEFORE), at),
    after: (at) => {
      const here = places[at - 1]?.line;
      let next = at;
      while (next < at + AFTER && places[next]?.line === here) next += 1;
      return text.slice(at, next);
    },
    original: (first, end) => source.slice(places[first]?.from ?? 0, places[end - 1]?.to ?? source.length),
  };
}
