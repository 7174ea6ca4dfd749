/** A sign-up on its way, in words that never say more than is known. */
import { t } from './strings';

const words = t.signUp.sending;
const WORDS = {
  none: [words.title, words.text],
  offline: [words.offlineTitle, words.offlineText],
  timeout: [words.slowTitle, words.slowText],
  server: [words.slowTitle, words.slowText],
  busy: [words.busyTitle, words.busyText],
  wechat: [words.wechatTitle, words.wechatText],
  'no-room': [words.noRoomTitle, words.noRoomText],
} as const;

/** What is in its way, `null` if nothing is: a title, and what happens next. `kept`: the phone has stored it. */
export function sendingWords(
  failure: Exclude<keyof typeof WORDS, 'none'> | null,
  kept: boolean,
): readonly [string, string] {
  const [title, text] = WORDS[failure ?? 'none'];
  return [
    title,
    !kept && (failure === 'offline' || failure === 'busy' || failure === 'wechat') ? words.unkeptText : text,
  ];
}
