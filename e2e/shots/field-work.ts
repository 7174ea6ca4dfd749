import type { AppDriver } from '../../mini-program-host/driver';
import { dayFromNow, eventBody } from '../event-fixture';
import { bindPhone, type MemberDesk, openMemberDesk } from '../member-desk';
import { newOtherUser, openTerms } from '../other-user';
import type { SignUpServer } from '../sign-up-server';
import type { Shot } from './shot';

const OPEN_DAY = 'open-day-of-a-member';
const TITLE = '粮油检验开放日';

/** An invitation is good once: one desk for each server. */
const staffed = new WeakMap<SignUpServer, Promise<MemberDesk>>();

async function staff({ testServer }: SignUpServer): Promise<MemberDesk> {
  const desk = await openMemberDesk(testServer);
  await desk.publish(OPEN_DAY, eventBody({ title: TITLE, day: dayFromNow(2), signUp: openTerms() }));
  for (const seats of [2, 1, 4]) await (await newOtherUser(testServer)).signUp(OPEN_DAY, seats);
  return desk;
}

async function toMyEvents(app: AppDriver, at: SignUpServer): Promise<void> {
  const ready = staffed.get(at) ?? staff(at);
  staffed.set(at, ready);
  await bindPhone(app, await ready, at.testServer.origin);
  await app.waitText(TITLE);
  await app.waitGone('已绑定');
}

/** A member's own screens. */
export const FIELD_WORK: readonly Shot[] = [
  { name: 'field', go: toMyEvents },
  {
    name: 'field-roster',
    go: async (app, at) => {
      await toMyEvents(app, at);
      await app.tap(TITLE);
      await app.tap('名单');
      await app.waitText('达*');
    },
  },
];
