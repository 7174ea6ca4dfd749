/**
 * Replaces `jsonp-retry` in the browser build. That package reads `localStorage` while it loads, which throws where a
 * browser blocks cookies; nothing here asks by JSONP.
 */
export default function jsonp(): Promise<never> {
  return Promise.reject(new Error('JSONP is not part of this build'));
}
