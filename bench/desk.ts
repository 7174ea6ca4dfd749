import { sql } from 'drizzle-orm';
import { draftsSql } from '../server/publishing/list-drafts';
import { makeFreshApp, openTestDatabase } from '../server/testing/app';
import { OPEN } from '../server/testing/content';
import { newMember, newOrganisation } from '../server/testing/staff';
import { type Figure, median } from './figure';
import { inline, psqlTimes } from './psql';

const TOPIC = 'The desk’s list of events';
const EVENTS = 5_000;
const ROUNDS = 30;
const MOST_MS = 150;
const REGION = '540100';
const FILTER = { of: 'own', state: 'published', from: '2026-09-05', to: '2026-09-25', q: '第 4' } as const;

/** 5,000 events of one organisation, filtered; beside the same SQL by psql on the same database. */
export async function benchDesk(): Promise<Figure[]> {
  const database = await openTestDatabase('postgres');
  const url = 'url' in database.options ? database.options.url : '';
  try {
    const at = await makeFreshApp(database, { now: () => OPEN });
    const org = await newOrganisation(database.db, REGION);
    const member = await newMember(at, database.db, org, 'editor');
    await at.publish('pattern');
    await database.db.execute(sql`
      insert into event select (jsonb_populate_record(e, jsonb_build_object(
        'id', 'bench-' || n, 'title', '第 ' || n || ' 场开放日', 'organisation_id', ${org}::uuid, 'region', ${REGION}::text,
        'starts_at', e.starts_at + (n % 25) * 86400000::bigint, 'ends_at', e.ends_at + (n % 25) * 86400000::bigint,
        'rev', e.rev + n))).*
      from event e, generate_series(1, ${EVENTS}::int) n where e.id = 'pattern'`);
    await database.db.execute(sql`analyze`);
    const query = new URLSearchParams(FILTER).toString();
    const times: number[] = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const begun = performance.now();
      const answer = await member.ask('GET', `organisations/${org}/events?${query}`);
      if (answer.status !== 200) throw new Error(`the list answered ${answer.status}`);
      if (round > 0) times.push(performance.now() - begun);
    }
    const { sql: text, params } = draftsSql(database.db, { id: org, region: REGION }, FILTER);
    const ours = median(times);
    const theirs = median(await psqlTimes(url, inline(text, params), ROUNDS));
    return [
      {
        topic: TOPIC,
        name: `${EVENTS} events, filtered by state, days and title: the first page`,
        value: `${ours.toFixed(1)} ms, the median of ${ROUNDS}`,
        yardstick: `the same SQL by psql ${theirs.toFixed(1)} ms`,
        ratio: ours / theirs,
        target: `≤ ${MOST_MS} ms`,
        met: ours <= MOST_MS,
      },
    ];
  } finally {
    await database.closeAndRemove();
  }
}
