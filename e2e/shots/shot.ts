import type { AppDriver } from '../driver';
import type { SignUpServer } from '../sign-up-server';

/** One picture of `npm run screens`. */
export interface Shot {
  readonly name: string;
  /** Takes the person there from home. */
  readonly go: (app: AppDriver, at: SignUpServer) => Promise<void>;
  /** On a phone that has never seen the app. */
  readonly fresh?: true;
}
