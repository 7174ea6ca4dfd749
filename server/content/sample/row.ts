/** One sample event, told in days from the day that the trial starts. */
import type { SignUpTerms } from '../../../domain/event/event';
import type { PlaceName } from './places';

export interface SampleRow {
  /** The programme item that it is held under. */
  readonly item: string;
  readonly title: string;
  readonly about: string;
  /** For the whole country, wherever it is held. */
  readonly scope?: 'nation';
  /** Days after the first; moved on to the next day of the kind that `on` asks for. */
  readonly day: number;
  readonly on?: 'workday' | 'weekend' | 'monday';
  /** `HH:MM` in China. */
  readonly from: string;
  readonly to: string;
  /** On which day it ends, counted from the one that it starts on; the same day if left out. */
  readonly lasts?: number;
  /** What the place is called, and the town; `null`: nowhere in particular. */
  readonly venue: { readonly name: string; readonly town: PlaceName } | null;
  /** Whom it suits, what to bring, where to meet. */
  readonly suits?: string;
  readonly bring?: string;
  readonly meetAt?: string;
  readonly signUp?: Pick<SignUpTerms, 'form' | 'capacity' | 'maxParty'> & {
    /** Days after the first on which sign-up opens (at 09:00) and closes (at 18:00), where they are not the usual ones. */
    readonly opens?: number;
    readonly closes?: number;
  };
}
