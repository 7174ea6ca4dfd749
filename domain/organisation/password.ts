/**
 * Which passwords are refused (docs/rules.md, access A4): too short, the login itself, or among the first that anybody
 * would try. Nothing is asked of kinds of characters (NIST SP 800-63B, section 5.1.1.2).
 */
export const LEAST_PASSWORD = 10;
/** Enough for any phrase; hashing costs no more for a long one, but reading it does. */
export const MOST_PASSWORD = 200;

export type PasswordFault = 'too-short' | 'too-long' | 'password-is-login' | 'common-password';

/** Words of which a common password is made, digits and signs around them left out. */
const COMMON_WORDS = new Set(
  `password passw passwd pass word admin administrator root user guest test testing login welcome master letmein qwerty
  qwertyuiop asdfghjkl zxcvbnm qazwsx qazwsxedc asdfgh zxcvbn qweasd qweasdzxc qwer asdf zxcv iloveyou dragon monkey
  football baseball sunshine princess superman batman trustno secret changeme default system server computer internet
  windows apple google wechat weixin alipay taobao baidu tencent huawei xiaomi china beijing shanghai tibet xizang lasa
  lhasa zhiliang zhiliangyue jianguan shichang quality month qualitymonth qm woaini woaiwojia aini wodemima mima nihao
  zhongguo abc abcd abcdef abcdefg abcdefgh abcdefghij aaa aaaa aaaaaa aa a q qq z zz x w`.split(/\s+/),
);

/** Rows that fingers run along. */
const RUNS = [
  '01234567890123456789',
  '09876543210987654321',
  'qwertyuiopasdfghjklzxcvbnm',
  'abcdefghijklmnopqrstuvwxyz',
];
const PAIRS = ['1q2w3e4r5t6y7u8i9o0p', '1qaz2wsx3edc4rfv5tgb6yhn7ujm', 'q1w2e3r4t5y6u7i8o9p0', 'a1b2c3d4e5f6g7h8i9j0'];
const LEAST_DIFFERENT = 4;

const unmask = (text: string): string => {
  const masks: Readonly<Record<string, string>> = { '@': 'a', '0': 'o', $: 's', '3': 'e', '!': 'i' };
  return text.replace(/[@0$3!]/g, (sign) => masks[sign] ?? sign);
};
const lettersOf = (text: string): string => text.replace(/[^a-z]+/g, '');
/** `lasalasa`: the same again is no longer password. */
const onceOf = (text: string): string => /^(.+?)\1+$/.exec(text)?.[1] ?? text;

function isCommon(password: string): boolean {
  const lower = password.toLowerCase();
  if (new Set(lower).size < LEAST_DIFFERENT) return true;
  if ([...RUNS, ...PAIRS].some((run) => run.includes(lower) || run.includes(onceOf(lower)))) return true;
  // Digits only: dates, telephone numbers and the like are the first to be tried.
  if (/^\d+$/.test(lower) && lower.length <= 12) return true;
  // Letters that are a common word, whatever digits and signs stand around them; other scripts are no such word.
  if (!/^[\x20-\x7e]+$/.test(lower)) return false;
  return [lower, unmask(lower.replace(/^[^a-z]+|[^a-z]+$/g, ''))].some((text) => {
    const letters = lettersOf(text);
    return letters !== '' && (COMMON_WORDS.has(letters) || COMMON_WORDS.has(onceOf(letters)));
  });
}

/** Why a password is not taken; `null`: it is. Compared without regard to case. */
export function findPasswordFault(password: string, login: string): PasswordFault | null {
  const { length } = Array.from(password);
  if (length < LEAST_PASSWORD)
    return password.toLowerCase() === login.toLowerCase() ? 'password-is-login' : 'too-short';
  if (password.length > MOST_PASSWORD) return 'too-long';
  const lower = password.toLowerCase();
  const plainLogin = login.toLowerCase();
  if (lower === plainLogin || onceOf(lower) === plainLogin) return 'password-is-login';
  return isCommon(password) ? 'common-password' : null;
}
