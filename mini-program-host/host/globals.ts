/** What the language itself gives a module, without what a browser adds to it. */
export function standardGlobals(): Record<string, unknown> {
  const names =
    'Object Function Array Number Boolean String Symbol Date Promise RegExp Error TypeError RangeError SyntaxError ' +
    'JSON Math Map Set WeakMap WeakSet WeakRef Proxy Reflect ArrayBuffer DataView Int8Array Uint8Array ' +
    'Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array Float32Array Float64Array BigInt parseInt ' +
    'parseFloat isNaN isFinite encodeURIComponent decodeURIComponent encodeURI decodeURI escape unescape Intl console';
  const all = window as unknown as Record<string, unknown>;
  const timers = ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'];
  return Object.fromEntries([
    ...names.split(' ').map((name) => [name, all[name]]),
    ...timers.map((name) => [name, (all[name] as CallableFunction).bind(window)]),
  ]) as Record<string, unknown>;
}
