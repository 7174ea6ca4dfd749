/** A sign-up on its way, in words that never say more than is known. */
import { t } from './strings';

const words = t.signUp.sending;
const WORDS = {
  none: [words.title, words.text],
  offline: [words.offlineTitle, words.offlineText],
  timeout: [words.slowTitle, words.slowText],
  server: [words.slowTitle, words.slowText],
  wechat: [words.wechatTitle, words.wechatText],
} as const;

/** What stands in its way, `null` if nothing does: a title, and what happens next. */
export function sendingWords(hindrance: 'offline' | 'timeout' | 'server' | 'wechat' | null): readonly [string, string] {
  return WORDS[hindrance ?? 'none'];
}
