/** All that is wrong with a JSON file of events, before any of it is sent. */
import * as v from 'valibot';
import { checkBody } from '../../domain/event-import/check-body';
import type { FieldError } from '../../domain/problem/field-error';
import type { BadRow, FileRow } from './event-file';
import { type FetchedRules, fetchRules } from './fetch-facts';

export interface CheckedRow {
  readonly entry: FileRow | BadRow;
  readonly faults: readonly FieldError[];
}

export type CheckedFile =
  | { readonly ok: true; readonly rows: readonly CheckedRow[]; readonly badRows: number }
  | Extract<FetchedRules, { ok: false }>;

const CampaignSchema = v.object({ campaign: v.string() });
const campaignOf = (entry: FileRow | BadRow): string | null => {
  if ('code' in entry) return null;
  const parsed = v.safeParse(CampaignSchema, entry.body);
  return parsed.success ? parsed.output.campaign : null;
};

/** Against the form and the gate that the server asks again, for each campaign that the file names. */
export async function checkJson(
  entries: readonly (FileRow | BadRow)[],
  server: URL,
  timeoutMs?: number,
): Promise<CheckedFile> {
  const named = [...new Set(entries.flatMap((entry) => campaignOf(entry) ?? []))];
  const rules = new Map<string, Extract<FetchedRules, { ok: true }>['rules']>();
  for (const campaign of named) {
    const fetched = await fetchRules(server, campaign, timeoutMs);
    if (fetched.ok) rules.set(campaign, fetched.rules);
    else if (fetched.reason !== 'no-campaign') return fetched;
  }
  const rows = entries.map((entry): CheckedRow => {
    if ('code' in entry) return { entry, faults: [entry] };
    const campaign = campaignOf(entry);
    if (campaign === null) return { entry, faults: [{ path: 'campaign', code: 'required' }] };
    const known = rules.get(campaign);
    if (known === undefined) return { entry, faults: [{ path: 'campaign', code: 'unknown-campaign' }] };
    return { entry, faults: checkBody({ ...entry.body }, new Set(), known).findings };
  });
  return { ok: true, rows, badRows: rows.filter(({ faults }) => faults.length > 0).length };
}
