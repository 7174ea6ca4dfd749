import { lookUp, openPack } from '../../domain/check-in/pack';
import type { SignUp } from '../../domain/sign-up/sign-up';
import type { TestApp } from '../testing/app';
import { OPEN, SIGN_UP, STARTS } from '../testing/content';
import { ENGINES } from '../testing/database';
import { type Desk, deskOf } from '../testing/desk';
import { newDevice, type TestDevice } from '../testing/door';
import { type Participant } from '../testing/participants';
import { newParticipants } from '../testing/sign-up-event';
import { newMember, newOrganisation } from '../testing/staff';
import { useTestServer } from '../testing/test-server';
import { serverCrypto } from './make-pack';

describe.each(ENGINES)('the door on %s', (engine) => {
  const testServer = useTestServer(engine);
  let at: TestApp;
  let now: number;
  let editor: Desk;
  let device: TestDevice;
  let people: readonly Participant[];
  let wang: SignUp;
  const ticketOf = (signUp: SignUp): string => signUp.ticket ?? '';

  beforeEach(async () => {
    now = OPEN;
    at = await testServer.openFresh({ now: () => now });
    const city = await newOrganisation(testServer.database.db, '540100');
    editor = deskOf(await newMember(at, testServer.database.db, city, 'editor'), city);
    await editor.create('e', { signUp: { ...SIGN_UP, capacity: 8, maxParty: 4 } });
    await editor.post('e', 'publish');
    people = await newParticipants(at);
    wang = await (people[0] as Participant).signUp('e', 3);
    device = await newDevice(at, editor);
    now = STARTS;
    editor = deskOf(await newMember(at, testServer.database.db, city, 'editor', { now }), city);
  });

  test('pair, list, scan, counts', async () => {
    const pack = await device.pack();
    expect(lookUp(openPack(pack), ticketOf(wang), serverCrypto).listed).toEqual({
      ...{ name: '王**', seats: 3, status: 'confirmed', inside: 0 },
    });
    const ticket = ticketOf(wang);
    expect(await device.scan({ ticket, seats: 2 })).toMatchObject({
      ...{ verdict: 'ok', seats: 2, remaining: 1, flags: [], name: '王**', party: 3, inside: 2 },
    });
    expect(await device.scan({ ticket, seats: 2 })).toMatchObject({ verdict: 'ok', seats: 1, remaining: 0 });
    expect(await device.scan({ ticket })).toMatchObject({
      ...{ verdict: 'already-in', inside: 3, last: { at: STARTS, device: '东门' } },
    });
    expect(await device.scan({ ticket: 'ABCDEFGHJK' })).toMatchObject({ verdict: 'invalid' });
    expect(await device.door()).toMatchObject({ events: [{ id: 'e', seats: 3, attended: 3, byDevice: 3 }] });
    expect((await editor.ask('GET', 'events/e/scans')).json()).toMatchObject({
      seats: 3,
      attendance: { scanned: 3, manual: 0, walkIn: 0, paper: 0, total: 3 },
      devices: [{ id: device.id, name: '东门', attended: 3, scans: 4 }],
      flags: [],
    });
  });
});
