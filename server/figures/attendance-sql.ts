/**
 * Attendance of the events that were not cancelled, from scans that had arrived at a time: the rule of `attendanceOfEvent` in SQL. An
 * event without a check has no row, which is 未核验.
 */
import { sql, type SQL } from 'drizzle-orm';
import { DOUBTFUL } from '../../domain/check-in/attendance';

/** Whether a scan counts as far as editors go: as they last settled it, and else unless it is doubtful. */
const isTaken = (scan: SQL, at: SQL): SQL => sql`coalesce(
      (
        select t.decision = 'accept' from scan_settlement t
        where t.scan_id = ${scan}.id and t.at <= ${at} order by t.at desc, t.id desc limit 1
      ),
      not (${scan}.flags && ${sql.param([...DOUBTFUL])}::text[])
    )`;

/** The common table `checked` over `mine`: event, scanned, manual, walk_in, paper. `at`: epoch ms. */
export const checkedEvents = (at: SQL): SQL => sql`
  counted as (
    select s.event_id, s.kind, s.seats, case when s.party_seats is not null then s.sign_up_seq end as party, s.party_seats
    from scan s join mine m on m.id = s.event_id and not m.cancelled
    where s.received_at <= ${at} and not s.rehearsal and s.kind <> 'undo' and s.verdict = 'ok'
      and ${isTaken(sql`s`, at)}
      and not exists (
        select 1 from scan u
        where u.undoes = s.id and u.kind = 'undo' and u.received_at <= ${at} and u.event_id = s.event_id
          and u.device_id is not distinct from s.device_id and not u.rehearsal and ${isTaken(sql`u`, at)}
      )
  ), parties as (
    select c.event_id, min(c.party_seats) as seats,
      coalesce(sum(c.seats) filter (where c.kind = 'enter'), 0) as entered,
      coalesce(sum(c.seats) filter (where c.kind = 'manual'), 0) as by_name
    from counted c where c.party is not null group by c.event_id, c.party
  ), inside as (
    select p.event_id, sum(least(p.seats, p.entered)) as scanned,
      sum(least(p.seats - least(p.seats, p.entered), p.by_name)) as manual
    from parties p group by p.event_id
  ), apart as (
    select c.event_id, coalesce(sum(c.seats) filter (where c.kind = 'paper'), 0) as paper,
      coalesce(sum(c.seats) filter (where c.party is null and c.kind <> 'paper'), 0) as walk_in
    from counted c group by c.event_id
  ), checked as (
    select a.event_id, coalesce(i.scanned, 0) as scanned, coalesce(i.manual, 0) as manual, a.walk_in, a.paper
    from apart a left join inside i on i.event_id = a.event_id
  )`;
