import { DAY_MS, MINUTE_MS } from '../../domain/time/time';
import { purgeFailures } from '../access/sign-in-failures';
import { purgePairings } from '../check-ins/devices';
import type { Tx } from '../db/database';
import { purgeSessions } from '../access/sessions';
import { purgeStaffSessions } from '../access/staff-sessions';
import { keepParts } from '../figures/keep-parts';
import type { MessageTemplate } from '../notices/templates';
import { purgeForms } from '../personal-data/purge';
import { purgeContacts } from '../reports/purge-contacts';
import { remind, notifyExpired } from '../sign-ups/scheduled-notices';
import { remindOfSummaries } from '../summaries/reminders';
import type { Job } from './run-job';

const HOUR_MS = DAY_MS / 24;

const whole =
  (run: (tx: Tx, now: number) => Promise<void>): Job['run'] =>
  async (tx, now) => {
    await run(tx, now);
    return 'done';
  };

export function jobsOf(templates: readonly MessageTemplate[]): readonly Job[] {
  return [
    { name: 'purge-forms', everyMs: HOUR_MS, run: (tx, now) => purgeForms(tx, now) },
    { name: 'purge-report-contacts', everyMs: HOUR_MS, run: whole(purgeContacts) },
    { name: 'purge-sessions', everyMs: HOUR_MS, run: whole(purgeSessions) },
    { name: 'purge-staff-sessions', everyMs: HOUR_MS, run: whole(purgeStaffSessions) },
    { name: 'purge-door-pairings', everyMs: HOUR_MS, run: whole(purgePairings) },
    { name: 'purge-sign-in-failures', everyMs: HOUR_MS, run: whole(purgeFailures) },
    { name: 'remind', everyMs: 10 * MINUTE_MS, run: whole((tx, now) => remind(tx, { now, templates })) },
    { name: 'remind-of-summaries', everyMs: HOUR_MS, run: whole(remindOfSummaries) },
    { name: 'keep-figures', everyMs: MINUTE_MS, run: whole(keepParts) },
    { name: 'tell-expired', everyMs: MINUTE_MS, run: whole((tx, now) => notifyExpired(tx, { now, templates })) },
  ];
}
