/** Tags that WeChat implements itself. In the page they become `wx-*`, so that `<input>` or `<text>` is not the browser's own. */
export const builtinTags = (
  'ad audio button camera canvas checkbox checkbox-group cover-image cover-view editor form icon image input label ' +
  'live-player live-pusher map match-media movable-area movable-view navigation-bar navigator official-account ' +
  'open-data page-container page-meta picker picker-view picker-view-column progress radio radio-group rich-text ' +
  'root-portal scroll-view share-element slider swiper swiper-item switch text textarea video view web-view'
).split(' ');

/** What a module of a mini-program is given. The order is the contract between the compiler's wrapper and the loader. */
export const injectedNames = [
  'require',
  'module',
  'exports',
  'wx',
  'App',
  'Page',
  'Component',
  'Behavior',
  'getApp',
  'getCurrentPages',
  'globalThis',
  'global',
  'Intl',
  'RegExp',
] as const;

/**
 * Names that a browser has and a mini-program's logic layer has not. They are undefined inside modules, so that code
 * which would break on a phone breaks here too.
 */
export const browserOnly = (
  'window document self frames parent top location navigator history screen alert confirm prompt fetch ' +
  'XMLHttpRequest WebSocket EventSource localStorage sessionStorage indexedDB caches crypto atob btoa ' +
  'structuredClone URL URLSearchParams AbortController AbortSignal Headers Request Response FormData Blob File ' +
  'FileReader TextEncoder TextDecoder Worker MessageChannel BroadcastChannel Image Audio Option ' +
  'requestAnimationFrame cancelAnimationFrame requestIdleCallback IntersectionObserver MutationObserver ' +
  'ResizeObserver PerformanceObserver performance CustomEvent Event EventTarget Node Element HTMLElement customElements'
).split(' ');
