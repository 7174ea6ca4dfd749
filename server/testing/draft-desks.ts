/** For tests of drafts and approval: a city's bureau with two editors, and one of the region above it. */
import { eq } from 'drizzle-orm';
import { audit } from '../db/audit-schema';
import type { Db } from '../db/database';
import type { TestApp } from './app';
import { OPEN } from './content';
import { type Desk, deskOf } from './desk';
import { newMember, newOrganisation } from './staff';
import type { TestServer } from './test-server';

export interface DraftDesks {
  /** A server on an emptied database, at `OPEN`. */
  readonly at: TestApp;
  readonly db: Db;
  readonly city: string;
  readonly region: string;
  readonly editor: Desk;
  readonly other: Desk;
  readonly above: Desk;
  /** What was done to an event, in order. */
  readonly acts: (id: string) => Promise<readonly string[]>;
}

export async function openDraftDesks(server: TestServer): Promise<DraftDesks> {
  const at = await server.openFresh({ now: () => OPEN });
  const { db } = server.database;
  const region = await newOrganisation(db, '540000');
  const city = await newOrganisation(db, '540100');
  return {
    ...{ at, db, city, region },
    editor: deskOf(await newMember(at, db, city, 'editor'), city),
    other: deskOf(await newMember(at, db, city, 'editor'), city),
    above: deskOf(await newMember(at, db, region, 'editor'), region),
    acts: async (id) =>
      (await db.select().from(audit).where(eq(audit.objectId, id)).orderBy(audit.seq)).map(({ act }) => act),
  };
}
