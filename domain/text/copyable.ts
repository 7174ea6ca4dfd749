export interface Copyable {
  readonly kind: 'link' | 'meeting' | 'code';
  /** As it is copied. */
  readonly text: string;
}

/** Up to the first blank, Chinese character or Chinese mark; a full stop or comma at the end is the sentence's. */
const LINK = /https?:\/\/[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]+/g;
const SENTENCE_END = /[.,;:!?)\]']+$/;
/** 会议号 of 9 to 11 digits (腾讯会议, 飞书, 钉钉), in groups or not. */
const MEETING = /(?:会议号|会议\s?ID|入会号)\s*[:：为是]?\s*(\d(?:[ -]?\d){8,10})(?!\d)/gi;
const CODE = /(?:会议密码|入会密码|参会密码|密码)\s*[:：为是]?\s*([A-Za-z0-9]{4,12})(?![A-Za-z0-9])/g;

/**
 * What of an event's text somebody will want to paste elsewhere: links, meeting numbers and their passwords, in the
 * order of the text, each once. Numbers without a word that says what they are, are left alone.
 */
export function copyablesOf(text: string): readonly Copyable[] {
  const found = [
    ...Array.from(text.matchAll(LINK), (match) => ({
      at: match.index,
      kind: 'link' as const,
      text: match[0].replace(SENTENCE_END, ''),
    })),
    ...Array.from(text.matchAll(MEETING), (match) => ({
      at: match.index,
      kind: 'meeting' as const,
      text: match[1] ?? '',
    })),
    ...Array.from(text.matchAll(CODE), (match) => ({ at: match.index, kind: 'code' as const, text: match[1] ?? '' })),
  ].sort((one, other) => one.at - other.at);
  return found
    .filter((each, index) => found.findIndex((other) => other.text === each.text) === index)
    .map(({ kind, text: copied }) => ({ kind, text: copied }));
}
