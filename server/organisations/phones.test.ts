import * as v from 'valibot';
import { PairingSchema, PhonesSchema } from '../../domain/organisation/member';
import { PAIRING_MS, PROOF_MS } from '../../domain/organisation/staff-policy';
import { NOW, type Answer, type TestApp } from '../testing/app';
import { ENGINES } from '../testing/database';
import { newParticipant, type Participant } from '../testing/participants';
import { newMember, newOrganisation, PASSWORD, type StaffClient } from '../testing/staff';
import { useTestServer } from '../testing/test-server';

describe.each(ENGINES)('A5: a member’s phone, on %s', (engine) => {
  const testServer = useTestServer(engine);
  let at: TestApp;
  let now: number;
  let org: string;
  let editor: StaffClient;
  let phone: Participant;
  beforeEach(async () => {
    now = NOW;
    at = await testServer.openFresh({ now: () => now });
    org = await newOrganisation(testServer.database.db, '540100', '拉萨市局');
    editor = await newMember(at, testServer.database.db, org, 'editor');
    phone = await newParticipant(at);
  });
  const offer = async () => v.parse(PairingSchema, (await editor.ask('POST', 'staff/phones')).json());
  const bind = (by: Participant, code: string, number: string): Promise<Answer> =>
    by.ask('POST', 'phone-bindings', { code, number, name: '华为手机' });
  const codeOf = (answer: Answer): unknown => [answer.status, (answer.json() as { code: string }).code];
  const me = (by: Participant): Promise<Answer> => by.ask('GET', 'staff/me');
  const another = (number: string): string => (number === '0000' ? '0001' : '0000');

  test('shows as whom it would act, and is bound by the number on the screen', async () => {
    const { code, number } = await offer();
    const shown = {
      member: { name: '丹增' },
      organisations: [{ name: '拉萨市局', region: '540100', regionName: '西藏自治区拉萨市', role: 'editor' }],
    };
    expect((await phone.ask('POST', 'phone-bindings/offer', { code })).json()).toEqual(shown);
    expect((await me(phone)).status).toBe(401);
    const bound = await bind(phone, code, number);
    expect([bound.status, bound.json()]).toEqual([201, shown]);
    expect((await me(phone)).json()).toMatchObject({ member: { id: editor.id } });
    // What is personal is still the phone's own account.
    expect((await phone.ask('GET', 'me')).json()).toMatchObject({ account: { id: phone.id } });
    expect(codeOf(await bind(await newParticipant(at), code, number))).toEqual([410, 'pairing-gone']);
  });

  test('reaches only what is meant for phones', async () => {
    const { code, number } = await offer();
    await bind(phone, code, number);
    for (const [method, path] of [
      ['GET', 'staff/sessions'],
      ['POST', 'staff/phones'],
      ['GET', `organisations/${org}/members`],
      ['GET', `organisations/${org}/organisations`],
    ] as const) {
      expect([path, (await phone.ask(method, path)).status]).toEqual([path, 401]);
    }
  });

  test('hands in a summary after its owner’s password, which is good for five minutes and for this phone alone', async () => {
    const summary = `organisations/${org}/summaries/open`;
    const other = await newParticipant(at);
    for (const each of [phone, other]) {
      const { code, number } = await offer();
      await bind(each, code, number);
    }
    const submit = async (by: Participant): Promise<unknown> =>
      ((await by.ask('POST', `${summary}/submit`)).json() as { code?: string; state?: string }).code ?? 'submitted';
    expect(await submit(phone)).toBe('proof-required');
    expect((await phone.ask('POST', 'staff/proof', { password: 'not the password' })).status).toBe(401);
    expect(await submit(phone)).toBe('proof-required');
    expect((await phone.ask('POST', 'staff/proof', { password: PASSWORD })).status).toBe(204);
    expect(await submit(other)).toBe('proof-required');
    now += PROOF_MS;
    expect(await submit(phone)).toBe('proof-required');
    await phone.ask('POST', 'staff/proof', { password: PASSWORD });
    expect(await submit(phone)).toBe('submitted');
    expect((await phone.ask('GET', summary)).json()).toMatchObject({ state: 'submitted', version: 1 });
    // What is for the desk alone stays there.
    expect((await phone.ask('POST', `${summary}/withdraw`)).status).toBe(401);
  });

  test('says at which events a door member checks', async () => {
    const door = await newMember(at, testServer.database.db, org, 'door', { events: ['e'] });
    const { code, number } = v.parse(PairingSchema, (await door.ask('POST', 'staff/phones')).json());
    await bind(phone, code, number);
    expect((await me(phone)).json()).toMatchObject({ organisations: [{ role: 'door', events: ['e'] }] });
  });

  test('three wrong numbers void the code', async () => {
    const { code, number } = await offer();
    for (let count = 0; count < 3; count += 1) {
      expect(codeOf(await bind(phone, code, another(number)))).toEqual([400, 'wrong-number']);
    }
    expect(codeOf(await bind(phone, code, number))).toEqual([410, 'pairing-gone']);
  });

  test('three guesses at once are three, whoever guesses', async () => {
    const { code, number } = await offer();
    const people = await Promise.all(Array.from({ length: 8 }, () => newParticipant(at)));
    const answers = await Promise.all(people.map((each) => bind(each, code, another(number))));
    expect(answers.filter(({ status }) => status === 400)).toHaveLength(3);
    expect(codeOf(await bind(phone, code, number))).toEqual([410, 'pairing-gone']);
  });

  test('a code is good for ten minutes, and until the next is shown', async () => {
    const first = await offer();
    const second = await offer();
    expect(codeOf(await bind(phone, first.code, first.number))).toEqual([410, 'pairing-gone']);
    now += PAIRING_MS;
    expect(codeOf(await bind(phone, second.code, second.number))).toEqual([410, 'pairing-gone']);
  });

  test('is listed, and revoked by its owner only', async () => {
    const { code, number } = await offer();
    await bind(phone, code, number);
    const { phones } = v.parse(PhonesSchema, (await editor.ask('GET', 'staff/phones')).json());
    expect(phones).toMatchObject([{ name: '华为手机' }]);
    const path = `staff/phones/${phones[0]?.id ?? ''}`;
    const other = await newMember(at, testServer.database.db, org, 'admin');
    expect((await other.ask('DELETE', path)).status).toBe(404);
    expect((await editor.ask('DELETE', path)).status).toBe(204);
    expect((await me(phone)).status).toBe(401);
  });

  test('ends with the member, with the phone’s account, and with a binding to somebody else', async () => {
    const admin = await newMember(at, testServer.database.db, org, 'admin');
    const { code, number } = await offer();
    await bind(phone, code, number);
    const others = v.parse(PairingSchema, (await admin.ask('POST', 'staff/phones')).json());
    expect((await bind(phone, others.code, others.number)).status).toBe(201);
    expect((await me(phone)).json()).toMatchObject({ member: { id: admin.id } });
    const again = await offer();
    await bind(phone, again.code, again.number);
    await admin.ask('DELETE', `organisations/${org}/members/${editor.id}`);
    expect((await me(phone)).status).toBe(401);
    expect((await phone.ask('DELETE', 'me')).status).toBe(204);
  });
});
