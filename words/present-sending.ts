/** A sign-up on its way, in words that never say more than is known. */
import { t } from './strings';

const words = t.signUp.sending;
const WORDS = {
  none: [words.title, words.text],
  offline: [words.offlineTitle, words.offlineText],
  timeout: [words.slowTitle, words.slowText],
  server: [words.slowTitle, words.slowText],
  wechat: [words.wechatTitle, words.wechatText],
  'no-room': [words.noRoomTitle, words.noRoomText],
} as const;

/** What is in its way, `null` if nothing is: a title, and what happens next. `kept`: the phone has stored it. */
export function sendingWords(
  hindrance: Exclude<keyof typeof WORDS, 'none'> | null,
  kept: boolean,
): readonly [string, string] {
  const [title, text] = WORDS[hindrance ?? 'none'];
  return [title, !kept && (hindrance === 'offline' || hindrance === 'wechat') ? words.unkeptText : text];
}
