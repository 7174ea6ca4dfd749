import type { AppDriver } from '../../mini-program-host/driver';
import type { SignUpStand } from '../sign-up-stand';

/** One picture of `npm run screens`. */
export interface Shot {
  readonly name: string;
  /** Takes the person there from home. */
  readonly go: (app: AppDriver, at: SignUpStand) => Promise<void>;
  /** On a phone that has never seen the app. */
  readonly fresh?: true;
}
