/** What is wrong with a new account before the server is asked. */
import { invitationWords as words } from '../../../words/console/sign-in';
import { findPasswordProblems, type NewPassword, passwordSentence } from '../../blocks/new-password';

export interface Account extends NewPassword {
  readonly name: string;
  readonly login: string;
}

const LOGIN = /^[A-Za-z0-9._-]{3,40}$/;

export type AccountProblems = Partial<Record<keyof Account, string>>;

export function findAccountProblems({ name, login, ...typed }: Account): AccountProblems {
  return {
    ...(name === '' && { name: words.nameRequired }),
    ...(!LOGIN.test(login) && { login: words.loginBad }),
    ...findPasswordProblems(typed, login),
  };
}

/** The server's findings beside the fields; one that belongs to no field is left out. */
export function problemsOf(errors: readonly { readonly path: string; readonly code: string }[]): AccountProblems {
  const known = errors.flatMap(({ path, code }) => {
    const sentence = path === 'login' ? words.loginBad : path === 'password' ? passwordSentence(code) : undefined;
    return sentence === undefined ? [] : [[path, sentence] as const];
  });
  return Object.fromEntries(known);
}
