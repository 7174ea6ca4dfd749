/**
 * A text in a CSV file that begins like a formula would be carried out by the program that opens it (OWASP, CSV
 * injection). An apostrophe before it stops that; reading takes the same apostrophe off again.
 */
const GUARDED = /^'*[=+\-@\t\r＝＋－＠]/;

export const withGuard = (text: string): string => (GUARDED.test(text) ? `'${text}` : text);

export const withoutGuard = (text: string): string =>
  text.startsWith("'") && GUARDED.test(text) ? text.slice(1) : text;
