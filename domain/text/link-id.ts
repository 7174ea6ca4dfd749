const ID = /^[A-Za-z0-9][A-Za-z0-9_-]*/;

/**
 * The id at the beginning of a link's parameter. Chat apps glue punctuation, words, blanks and `#wechat_redirect` to
 * an address (linkify-it#15); no id has any of those. `undefined`: it begins with none.
 */
export function parseLinkId(text: string): string | undefined {
  return ID.exec(text.trim())?.[0];
}
