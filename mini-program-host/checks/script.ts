import { parse, type Token, tokTypes } from 'acorn';
import { LOCATION_APIS } from '../location-apis';

const CALLS = new RegExp(`\\.(${LOCATION_APIS.join('|')})\\s*(?:\\?\\.)?\\s*\\(`, 'g');

/** Which of them a script calls. WeChat looks at the code of a package, not at what of it is ever run. */
export function locationCallsIn(source: string): string[] {
  return [...new Set(Array.from(source.matchAll(CALLS), ([, name]) => name ?? ''))];
}

const PROPERTY_CLASS = /\\p\{/i;
const UNICODE = /\/[a-z]*[uv][a-z]*$/;

/** The first regular expression with `\p{…}`: WeChat's engine on Android has no ICU, and does not load such a script. */
export function propertyClassIn(source: string): string | undefined {
  if (!PROPERTY_CLASS.test(source)) return undefined;
  let found: string | undefined;
  const onToken = (token: Token): void => {
    if (token.type !== tokTypes.regexp) return;
    const literal = source.slice(token.start, token.end);
    if (PROPERTY_CLASS.test(literal) && UNICODE.test(literal)) found ??= literal;
  };
  parse(source, { ecmaVersion: 2024, sourceType: 'script', onToken });
  return found;
}
