/** What is wrong with a new account before the server is asked. The server knows the common passwords. */
import { invitationWords as words } from '../../../words/console/sign-in';

export interface Account {
  readonly name: string;
  readonly login: string;
  readonly password: string;
  readonly again: string;
}

const LOGIN = /^[A-Za-z0-9._-]{3,40}$/;
const LEAST_PASSWORD = 10;

export type AccountProblems = Partial<Record<keyof Account, string>>;

export function findAccountProblems({ name, login, password, again }: Account): AccountProblems {
  const isShort = Array.from(password).length < LEAST_PASSWORD;
  const isLogin = password.toLowerCase() === login.toLowerCase();
  return {
    ...(name === '' && { name: words.nameRequired }),
    ...(!LOGIN.test(login) && { login: words.loginBad }),
    ...(isLogin && { password: words.passwordIsLogin }),
    ...(isShort && { password: words.passwordShort }),
    ...(again !== password && { again: words.passwordDiffers }),
  };
}

const OF_SERVER: Readonly<Record<string, string>> = {
  'password.too-short': words.passwordShort,
  'password.too-common': words.passwordCommon,
  'password.common-password': words.passwordCommon,
  'password.password-is-login': words.passwordIsLogin,
  'login.login-taken': '',
};

/** The server's findings beside the fields; `null` for one that belongs to no field. */
export function problemsOf(errors: readonly { readonly path: string; readonly code: string }[]): AccountProblems {
  const known = errors.flatMap(({ path, code }) => {
    const sentence = OF_SERVER[`${path}.${code}`] ?? (path === 'login' ? words.loginBad : undefined);
    return sentence === undefined ? [] : [[path, sentence] as const];
  });
  return Object.fromEntries(known);
}
