/** Replaces the HTML parser of Taro's runtime in the mini-program: no page writes HTML as text, and it is a tenth of that runtime. */
export function parser(): never {
  throw new Error('HTML as text is not part of this build');
}
