/** Pinyin initials for the phone's search: `kfr` finds 开放日. The table of readings is 300 KB, so it stays here. */
import { pinyin } from 'pinyin-pro';
import type { ProgrammeItem } from '../../src/domain/campaign';
import type { QualityEvent } from '../../src/domain/event';

/**
 * The first letter of each character's reading, in its word (重庆 is cq); letters stay, in lower case, and all else is
 * left out, so that what one types without spaces is found: `民用“三表”计量` gives `mysbjl`. Digits too: the text itself
 * has them, and serial numbers would be sent twice.
 */
export function initialsOf(text: string): string {
  return pinyin(text.normalize('NFKC'), { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' })
    .join('')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
}

/** Texts are few and asked for again with every page of the feed; the readings of one take some 50 µs. */
const known = new Map<string, string>();
const MOST_KNOWN = 50_000;

function rememberedInitials(text: string): string {
  let initials = known.get(text);
  if (initials === undefined) {
    initials = initialsOf(text);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(text, initials);
  }
  return initials;
}

/** Of title, venue and organiser, a space between: no initials are found across two of them. */
export function eventInitials({
  title,
  venue,
  organiser,
}: Pick<QualityEvent, 'title' | 'venue' | 'organiser'>): string {
  const texts = venue === null ? [title, organiser.name] : [title, venue.name, organiser.name];
  return texts.map(rememberedInitials).join(' ');
}

export function itemInitials({ name }: Pick<ProgrammeItem, 'name'>): string {
  return rememberedInitials(name);
}
