/** Everything that the phone keeps, by whom it belongs to: who leaves an account wipes by this list and no other. */
import { onStorageChanged } from '../platform/storage';

/** `account`: goes when the person erases the account. `phone`: stays. */
export type Owner = 'account' | 'phone';

export interface Owned {
  readonly owner: Owner;
  /** Drops what is kept, in memory and in storage; called when the account is left. */
  readonly leave: () => void;
  /** Reads again what another tab of the browser may have written. */
  readonly refresh: () => void;
  /** Reads the stored value again, as a launch does. */
  readonly reload: () => void;
}

const registry = new Map<string, Owned>();

/** `key`: where it is stored. */
export function registerOwned(key: string, owned: Owned): void {
  registry.set(key, owned);
}

/** Wipes whatever belongs to the account. */
export function leaveAccount(): void {
  for (const { owner, leave } of registry.values()) if (owner === 'account') leave();
}

/** Called once: a change in another tab of the browser shows in this one. */
export function followOtherTabs(): void {
  onStorageChanged((key) => {
    for (const [each, { refresh }] of registry) if (key === null || key === each) refresh();
  });
}

/**
 * Every store as the launch of the app leaves it: tests kill the app this way.
 * @tests
 */
export function reloadAll(): void {
  for (const { reload } of registry.values()) reload();
}
