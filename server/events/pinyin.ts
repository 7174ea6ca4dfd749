/** Pinyin for the phone's search: `kfr` and `kaifang` find 开放日. The table of readings is 300 KB, so it stays here. */
import { LRUCache } from 'lru-cache';
import { pinyin } from 'pinyin-pro';
import type { ProgrammeItem } from '../../domain/campaign/campaign';
import type { QualityEvent } from '../../domain/event/event';
import { displayNameOf } from '../../domain/region/region-names';

interface Readings {
  /** `kfr` */
  readonly initials: string;
  /** `KaiFangRi` */
  readonly syllables: string;
}

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, '');

/**
 * `initials`: the first letter of each character's reading, in its word (重庆 is cq); letters stay, in lower case, and all
 * else is left out, so that what one types without spaces is found: `民用“三表”计量` gives `mysbjl`. Digits too: the text
 * itself has them, and serial numbers would be sent twice.
 *
 * `syllables`: the whole readings, ü as v: `民用“三表”计量` gives `MinYongSanBiaoJiLiang`. Letters are left out: the text has
 * them.
 */
export function readOut(text: string): Readings {
  const plain = text.normalize('NFKC');
  const characters = Array.from(plain);
  // One for each character; what is no Chinese stands for itself.
  const read = pinyin(plain, { toneType: 'none', type: 'array', v: true });
  let [initials, syllables] = ['', ''];
  characters.forEach((character, index) => {
    const reading = lettersOf(read[index] ?? '');
    initials += reading.charAt(0);
    if (read[index] !== character) syllables += reading.charAt(0).toUpperCase() + reading.slice(1);
  });
  return { initials, syllables };
}

/** Texts are few and asked for again with every page of the feed; the readings of one take some 10 µs. */
const known = new LRUCache<string, Readings>({ max: 50_000 });

function readingsOf(text: string): Readings {
  let readings = known.get(text);
  if (readings === undefined) {
    readings = readOut(text);
    known.set(text, readings);
  }
  return readings;
}

/** Of title, venue and organiser, a space between: nothing is found across two of them. In whole, the region's name too. */
export function eventReadings({
  title,
  venue,
  organiser,
  region,
}: Pick<QualityEvent, 'title' | 'venue' | 'organiser' | 'region'>): Required<
  Pick<QualityEvent, 'initials' | 'pinyin'>
> {
  const readings = (venue === null ? [title, organiser.name] : [title, venue.name, organiser.name]).map(readingsOf);
  const place = readingsOf(displayNameOf(region) ?? '');
  return {
    initials: readings.map(({ initials }) => initials).join(' '),
    pinyin: [...readings, place].map(({ syllables }) => syllables).join(' '),
  };
}

export function itemReadings({
  name,
}: Pick<ProgrammeItem, 'name'>): Required<Pick<ProgrammeItem, 'initials' | 'pinyin'>> {
  const { initials, syllables } = readingsOf(name);
  return { initials, pinyin: syllables };
}
