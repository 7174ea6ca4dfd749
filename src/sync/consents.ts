/** Whom the person has let have what they fill in, and by which version of the privacy text. Each is asked for once. */
import * as v from 'valibot';
import { persisted } from './persisted';

interface Consents {
  /** Of the privacy text; another version is another consent. */
  readonly version: string;
  /** Names of organisers. */
  readonly organisers: readonly string[];
}

const NONE: Consents = { version: '', organisers: [] };

const consents = persisted<Consents, Consents>({
  key: 'consents',
  version: 1,
  schema: v.object({ version: v.string(), organisers: v.array(v.string()) }),
  empty: NONE,
  toState: (stored) => stored,
  toStored: (state) => state,
  owner: 'account',
  // Without room for it the person is asked once more.
  missed: null,
});

export function hasConsented(organiser: string, version: string): boolean {
  const kept = consents.store.getState();
  return kept.version === version && kept.organisers.includes(organiser);
}

export function rememberConsent(organiser: string, version: string): void {
  if (hasConsented(organiser, version)) return;
  consents.update((kept) => ({
    version,
    organisers: kept.version === version ? [...kept.organisers, organiser] : [organiser],
  }));
}

/** Everybody is asked for again. */
export function forgetConsents(): void {
  consents.clear();
}
