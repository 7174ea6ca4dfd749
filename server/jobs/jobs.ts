import { DAY_MS, MINUTE_MS } from '../../domain/time/time';
import { purgeSessions } from '../access/sessions';
import type { MessageTemplate } from '../notices/templates';
import { purgeForms } from '../personal-data/purge';
import { remind, notifyExpired } from '../sign-ups/scheduled-notices';
import type { Job } from './run-job';

const HOUR_MS = DAY_MS / 24;

export function jobsOf(templates: readonly MessageTemplate[]): readonly Job[] {
  return [
    { name: 'purge-forms', everyMs: HOUR_MS, run: purgeForms },
    { name: 'purge-sessions', everyMs: HOUR_MS, run: purgeSessions },
    { name: 'remind', everyMs: 10 * MINUTE_MS, run: (tx, now) => remind(tx, { now, templates }) },
    { name: 'tell-expired', everyMs: MINUTE_MS, run: (tx, now) => notifyExpired(tx, { now, templates }) },
  ];
}
