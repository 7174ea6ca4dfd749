/** Which guard stands before a route, by the access that it names. */
import type { ChooseGuard, Guard } from './guard-routes';

export interface Guards {
  readonly account: Guard;
  readonly publisher: Guard;
}

export const chooseGuards =
  ({ account, publisher }: Guards): ChooseGuard =>
  (access) => {
    switch (access) {
      case 'public':
        return null;
      case 'account':
        return account;
      case 'publisher':
        return publisher;
      default:
        throw new Error(`no guard for ${access}`);
    }
  };
