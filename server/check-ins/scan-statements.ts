/** The statements of an upload, each prepared once: rows travel as one JSON text, which both engines read alike. */
import { sql } from 'drizzle-orm';
import * as v from 'valibot';
import { FlagSchema, type ScanFact, ScanKindSchema, VerdictSchema } from '../../domain/check-in/scan';
import { SettlementDecisionSchema } from '../../domain/check-in/settlement';
import type { Tx } from '../db/database';
import type { ScanRow, SettlementRow } from '../db/door-schema';
import { statement } from '../db/statement';

export interface KnownScan {
  readonly row: ScanRow;
  readonly settlements: readonly SettlementRow[];
}

const SettlementSchema = v.object({
  id: v.string(),
  scanId: v.string(),
  decision: SettlementDecisionSchema,
  word: v.string(),
  at: v.number(),
  memberId: v.string(),
  sample: v.boolean(),
});
const KnownSchema = v.object({
  id: v.string(),
  eventId: v.string(),
  kind: ScanKindSchema,
  seats: v.number(),
  at: v.number(),
  receivedAt: v.number(),
  deviceId: v.nullable(v.string()),
  memberId: v.nullable(v.string()),
  offline: v.boolean(),
  rehearsal: v.boolean(),
  verdict: VerdictSchema,
  flags: v.array(FlagSchema),
  signUpSeq: v.nullable(v.number()),
  partySeats: v.nullable(v.number()),
  undoes: v.nullable(v.string()),
  bodyHash: v.string(),
  sample: v.boolean(),
  settlements: v.array(SettlementSchema),
});
const AnswerSchema = v.object({ rows: v.array(v.object({ known: v.nullable(v.array(KnownSchema)) })) });

/** With what undoes them, whichever came first. As JSON, in which both engines give the same types. */
const selectKnown = statement(
  'known_scans',
  sql`
    with mine as (
      select id from scan where id = any(${sql.placeholder('ids')}::uuid[])
      union
      select id from scan where sign_up_seq = any(${sql.placeholder('seqs')}::bigint[])
    ), whole as (
      select id from mine
      union
      select id from scan where undoes = any(${sql.placeholder('ids')}::uuid[]) or undoes in (select id from mine)
    )
    select json_agg(json_build_object(
      'id', s.id, 'eventId', s.event_id, 'kind', s.kind, 'seats', s.seats, 'at', s.at, 'receivedAt', s.received_at,
      'deviceId', s.device_id, 'memberId', s.member_id, 'offline', s.offline, 'rehearsal', s.rehearsal,
      'verdict', s.verdict, 'flags', s.flags, 'signUpSeq', s.sign_up_seq, 'partySeats', s.party_seats,
      'undoes', s.undoes, 'bodyHash', s.body_hash, 'sample', s.sample,
      'settlements', (
        select coalesce(json_agg(json_build_object(
          'id', t.id, 'scanId', t.scan_id, 'decision', t.decision, 'word', t.word, 'at', t.at,
          'memberId', t.member_id, 'sample', t.sample
        )), '[]'::json) from scan_settlement t where t.scan_id = s.id
      )
    )) as known
    from whole join scan s on s.id = whole.id`,
);

/** The scans with these ids and those of these sign-ups, with their undos and settlements. */
export async function readKnown(
  tx: Tx,
  ids: readonly string[],
  signUpSeqs: readonly number[],
): Promise<readonly KnownScan[]> {
  if (ids.length === 0) return [];
  const { rows } = v.parse(AnswerSchema, await selectKnown(tx, { ids, seqs: signUpSeqs }));
  return (rows[0]?.known ?? []).map(({ settlements, ...row }) => ({ row, settlements }));
}

const insert = statement(
  'insert_scans',
  sql`
    insert into scan (
      id, event_id, kind, seats, at, received_at, device_id, member_id, offline, rehearsal, verdict, flags,
      sign_up_seq, party_seats, undoes, body_hash, sample
    )
    select id, event, kind, seats, at, "receivedAt", device, member, offline, rehearsal, verdict, flags,
      "signUpSeq", "partySeats", undoes, hash, sample
    from json_to_recordset(${sql.placeholder('rows')}::json) as row_of(
      id uuid, event text, kind text, seats int, at bigint, "receivedAt" bigint, device uuid, member uuid,
      offline boolean, rehearsal boolean, verdict text, flags text[], "signUpSeq" bigint, "partySeats" int,
      undoes uuid, hash text, sample boolean
    )
    on conflict (id) do nothing
    returning id`,
);

const WrittenSchema = v.object({ rows: v.array(v.object({ id: v.string() })) });

export interface NewScan {
  readonly fact: ScanFact;
  readonly hash: string;
  readonly sample: boolean;
}

/** The ids of those that nobody else wrote at the same moment. */
export async function insertScans(
  tx: Tx,
  scans: readonly NewScan[],
  member: string | null,
): Promise<ReadonlySet<string>> {
  if (scans.length === 0) return new Set();
  const rows = scans.map(({ fact: { party, ...fact }, hash, sample }) => ({
    ...{ ...fact, hash, sample, member },
    signUpSeq: party === null ? null : Number(party.id),
    partySeats: party?.seats ?? null,
  }));
  const written = v.parse(WrittenSchema, await insert(tx, { rows: JSON.stringify(rows) }));
  return new Set(written.rows.map(({ id }) => id));
}
