/** The paragraphs of a notice as it was pasted: parts `一、…`, paragraphs `（一）…`, in the notice's own words. */
import type { Paragraph } from './campaign';

const PART = /^([一二三四五六七八九十]+)、\s*(.+)$/u;
const PARAGRAPH = /^[（(]([一二三四五六七八九十]+)[)）]\s*(.+)$/u;
/** A title is the first sentence, if it is short enough to be one. */
const MOST_TITLE = 40;

const titleOf = (text: string): string => {
  const [first = ''] = text.split('。');
  return Array.from(first).length <= MOST_TITLE ? first : '';
};

interface Open {
  readonly no: string;
  readonly part: string;
  readonly lines: string[];
}

/**
 * Decides which lines of a pasted notice are its paragraphs, numbered as `三(六)`; a part without paragraphs of its own is
 * one, numbered as `三`. What comes before the first part (addressees, greeting) is none. Lines that a page break tore are
 * joined to the paragraph that they follow.
 */
export function parseNotice(text: string): Paragraph[] {
  const found: Open[] = [];
  let part: { readonly no: string; readonly name: string } | null = null;
  for (const line of text.split(/\r?\n/).map((each) => each.trim())) {
    if (line === '') continue;
    const [, partNo = '', partName = ''] = PART.exec(line) ?? [];
    if (partNo !== '') {
      part = { no: partNo, name: titleOf(partName) || partName };
      found.push({ no: partNo, part: part.name, lines: [partName] });
      continue;
    }
    if (!part) continue;
    const [, no = '', rest = ''] = PARAGRAPH.exec(line) ?? [];
    if (no === '') {
      found[found.length - 1]?.lines.push(line);
      continue;
    }
    // The part's own heading is no paragraph once it has some, unless it says more than its title.
    const last = found[found.length - 1];
    if (last?.no === part.no && last.lines.join('') === part.name) found.pop();
    found.push({ no: `${part.no}(${no})`, part: part.name, lines: [rest] });
  }
  return found.map(({ no, part: name, lines }) => {
    const words = lines.join('\n');
    return { no, part: name, title: titleOf(words), text: words };
  });
}
