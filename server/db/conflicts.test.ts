import { sql } from 'drizzle-orm';
import { useTestServer } from '../testing/test-server';

const testServer = useTestServer('postgres');
const db = () => testServer.database.db;

/** Opens once as many have come as are awaited. */
function gate(awaited: number): () => Promise<void> {
  let come = 0;
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return () => {
    come += 1;
    if (come === awaited) open();
    return opened;
  };
}

beforeEach(async () => {
  await db().execute(sql`create table if not exists tally (id int primary key, n int not null)`);
  await db().execute(sql`truncate tally`);
  await db().execute(sql`insert into tally values (1, 0), (2, 0)`);
});

const tally = async (): Promise<unknown> => db().execute(sql`select id, n from tally order by id`);
const add = (id: number) => sql`update tally set n = n + 1 where id = ${id}`;

test('of two that wait for each other one is undone, and runs again', async () => {
  let runs = 0;
  const meet = gate(2);
  const both = (first: number, second: number) =>
    db().transaction(async (tx) => {
      runs += 1;
      await tx.execute(add(first));
      await meet();
      await tx.execute(add(second));
    });
  await Promise.all([both(1, 2), both(2, 1)]);
  expect(runs).toBe(3);
  expect(await tally()).toMatchObject({
    rows: [
      { id: 1, n: 2 },
      { id: 2, n: 2 },
    ],
  });
});

test('what reads and writes at once, serializable, runs again as well', async () => {
  const meet = gate(2);
  const next = () =>
    db().transaction(
      async (tx) => {
        await tx.execute(sql`select n from tally where id = 1`);
        await meet();
        await tx.execute(add(1));
      },
      { isolationLevel: 'serializable' },
    );
  await Promise.all([next(), next()]);
  expect(await tally()).toMatchObject({ rows: [{ id: 1, n: 2 }, { id: 2 }] });
});

test('what is wrong with the work itself runs once', async () => {
  let runs = 0;
  const work = db().transaction(async (tx) => {
    runs += 1;
    await tx.execute(sql`insert into tally values (1, 0)`);
  });
  await expect(work).rejects.toThrow();
  expect(runs).toBe(1);
});

test('a transaction that is always undone gives up, and its connection goes on', async () => {
  let runs = 0;
  const work = db().transaction(async (tx) => {
    runs += 1;
    await tx.execute(sql`do $$ begin raise sqlstate '40P01'; end $$`);
  });
  await expect(work).rejects.toThrow();
  expect(runs).toBe(4);
  expect(await tally()).toMatchObject({ rows: [{ n: 0 }, { n: 0 }] });
});
