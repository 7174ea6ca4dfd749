import type { ExportPurpose, RosterColumn } from './roster-export';

/** The fewest columns that serve the purpose; more are chosen one by one. */
export const PURPOSE_COLUMNS: Readonly<Record<ExportPurpose, readonly RosterColumn[]>> = {
  entry: ['name', 'seats', 'ticket'],
  contact: ['name', 'mobile'],
  seating: ['name', 'seats'],
  certificate: ['name', 'enterprise'],
};
