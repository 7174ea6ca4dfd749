/** An organisation's two events before the real server, their guests, and the day on which the doors open. */
import path from 'node:path';
import { eq } from 'drizzle-orm';
import type { SignUp } from '../../domain/sign-up/sign-up';
import { signUp as signUpTable } from '../../server/db/account-schema';
import { SLOW_MS, type TestApp } from '../../server/testing/app';
import { OPEN, SIGN_UP, STARTS } from '../../server/testing/content';
import { type Desk, deskOf } from '../../server/testing/desk';
import { offerCode } from '../../server/testing/door';
import { newParticipant, type Participant } from '../../server/testing/participants';
import { newMember, newOrganisation } from '../../server/testing/staff';
import { useTestServer } from '../../server/testing/test-server';

const DOOR = path.resolve(__dirname, '../../dist/door');

export interface Guest {
  readonly person: Participant;
  readonly signUp: SignUp;
  readonly ticket: string;
}

export interface DoorDesk {
  readonly origin: string;
  readonly editor: Desk;
  /** Confirmed, while there are seats; who waits has a ticket that only the database shows. */
  readonly guest: (event: string, seats?: number) => Promise<Guest>;
  /** The day of the event: sessions of an earlier day are over. */
  readonly comeToTheDay: () => Promise<void>;
  readonly offerCode: (events?: readonly string[]) => Promise<string>;
  /** What the console's 现场 shows of an event. */
  readonly live: (event: string) => Promise<unknown>;
}

/** A fresh one for each test. `e` is 实验室开放日, `f` 计量讲座, of `capacity` seats each. */
export function useDoorDesk(capacity = 20): () => DoorDesk {
  const testServer = useTestServer('postgres');
  let desk: DoorDesk | undefined;
  beforeEach(async () => {
    let now = OPEN;
    const at: TestApp = await testServer.openFresh({ now: () => now, doorRoot: DOOR });
    const origin = await at.app.listen({ port: 0, host: '127.0.0.1' });
    const { db } = testServer.database;
    const city = await newOrganisation(db, '540100');
    let editor = deskOf(await newMember(at, db, city, 'editor'), city);
    for (const [id, title] of [
      ['e', '实验室开放日'],
      ['f', '计量讲座'],
    ] as const) {
      await editor.create(id, { title, signUp: { ...SIGN_UP, capacity, maxParty: 4 } });
      await editor.post(id, 'publish');
    }
    desk = {
      origin,
      get editor() {
        return editor;
      },
      guest: async (event, seats = 1) => {
        const person = await newParticipant(at);
        const signUp = await person.signUp(event, seats);
        const [row] = await db
          .select({ ticket: signUpTable.ticket })
          .from(signUpTable)
          .where(eq(signUpTable.id, signUp.id));
        return { person, signUp, ticket: row?.ticket ?? '' };
      },
      comeToTheDay: async () => {
        now = STARTS;
        editor = deskOf(await newMember(at, db, city, 'editor', { now }), city);
      },
      offerCode: (events) => offerCode(editor, events),
      live: async (event) => (await editor.ask('GET', `events/${event}/scans`)).json(),
    };
  }, SLOW_MS);
  return () => {
    if (desk === undefined) throw new Error('no desk before a test begins');
    return desk;
  };
}
