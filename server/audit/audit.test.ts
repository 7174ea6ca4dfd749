import { asc, eq, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { AuditPageSchema } from '../../domain/organisation/audit';
import { NewInvitationSchema } from '../../domain/organisation/member';
import { audit } from '../db/audit-schema';
import { NOW, type TestApp } from '../testing/app';
import { ENGINES } from '../testing/database';
import { accept, newMember, newOrganisation, PASSWORD, type StaffClient } from '../testing/staff';
import { useTestServer } from '../testing/test-server';
import { COMMAND, recordAct } from './record';
import { verifyAudit } from './verify';

describe.each(ENGINES)('A7: the audit log, on %s', (engine) => {
  const testServer = useTestServer(engine);
  let at: TestApp;
  let org: string;
  let admin: StaffClient;
  beforeEach(async () => {
    at = await testServer.openFresh({ now: () => NOW });
    org = await newOrganisation(testServer.database.db, '540100');
    admin = await newMember(at, testServer.database.db, org, 'admin');
  });
  const rows = () => testServer.database.db.select().from(audit).orderBy(asc(audit.seq));
  /** As somebody does who owns the database. */
  const tamper = async (statement: ReturnType<typeof sql>): Promise<void> => {
    await testServer.database.db.transaction(async (tx) => {
      await tx.execute(sql`alter table audit disable trigger user`);
      await tx.execute(statement);
      await tx.execute(sql`alter table audit enable trigger user`);
    });
  };
  const page = async (query = '') =>
    v.parse(AuditPageSchema, (await admin.ask('GET', `organisations/${org}/audit${query}`)).json());

  test('says who did what to whom, latest first, and no value of anybody’s', async () => {
    const made = await admin.ask('POST', `organisations/${org}/invitations`, { role: 'editor' });
    const { token } = v.parse(NewInvitationSchema, made.json());
    const joined = await accept(at, token, { name: '白玛拉姆', login: 'pe.ma', password: PASSWORD });
    const editor = (joined.json() as { member: { id: string } }).member.id;
    await admin.ask('PATCH', `organisations/${org}/members/${editor}`, { role: 'viewer' });
    const { lines } = await page();
    expect(lines.map(({ act, who, object, fields }) => [act, who.kind, who.name, object.name, fields])).toEqual([
      ['member-changed', 'member', '丹增', '白玛拉姆', ['role']],
      ['member-joined', 'member', '白玛拉姆', '白玛拉姆', ['editor']],
      ['invitation-made', 'member', '丹增', null, ['editor']],
      ['member-joined', 'member', '丹增', '丹增', ['admin']],
      ['invitation-made', 'command', null, null, ['admin']],
      ['organisation-created', 'command', null, '机构 540100', []],
      ['invitation-made', 'command', null, null, ['admin']],
    ]);
    expect(lines[0]?.requestId).toMatch(/^[0-9a-f-]{36}$/);
    const stored = JSON.stringify(await rows());
    for (const value of ['白玛拉姆', 'pe.ma', PASSWORD, token]) expect(stored).not.toContain(value);
  });

  test('a page at a time, and one’s own only', async () => {
    const other = await newOrganisation(testServer.database.db, '540102');
    await testServer.database.db.transaction(async (tx) => {
      for (let count = 0; count < 60; count += 1) {
        await recordAct(tx, NOW, COMMAND, {
          act: 'settings-changed',
          object: { kind: 'organisation', id: org },
          organisationId: count % 2 === 0 ? org : other,
        });
      }
      for (let count = 0; count < 40; count += 1) {
        const object = { kind: 'organisation', id: org } as const;
        await recordAct(tx, NOW, COMMAND, { act: 'settings-changed', object, organisationId: org });
      }
    });
    const first = await page();
    expect(first.lines).toHaveLength(50);
    const second = await page(`?before=${first.next ?? ''}`);
    expect(second.next).toBeNull();
    const own = (await rows()).filter(({ organisationId }) => organisationId === org).map(({ seq }) => seq);
    expect([...first.lines, ...second.lines].map(({ id }) => id)).toEqual(own.reverse());
  });

  test('a write that fails leaves no row, one that succeeds exactly one', async () => {
    const before = (await rows()).length;
    await admin.ask('DELETE', `organisations/${org}/members/${admin.id}`);
    await admin.ask('PATCH', `organisations/${org}/members/${admin.id}`, { role: 'admin' });
    await admin.ask('POST', `organisations/${org}/organisations`, { name: '别处', region: '540200' });
    await admin.ask('DELETE', `organisations/${org}/tokens/${admin.id}`);
    expect(await rows()).toHaveLength(before);
    await admin.ask('PATCH', `organisations/${org}/settings`, { approval: 'all' });
    await admin.ask('PATCH', `organisations/${org}/settings`, { approval: 'all' });
    expect(await rows()).toHaveLength(before + 1);
  });

  test('the publisher’s acts are rows too', async () => {
    await at.publish('e');
    await at.publish('e');
    await at.publish('e', { title: '新题目' });
    await at.cancel('e', '大雪封路');
    await at.remove('e');
    const acts = (await rows()).filter(({ objectKind }) => objectKind === 'event');
    expect(acts.map(({ act, fields, reason, whoKind }) => [act, fields, reason, whoKind])).toEqual([
      ['event-created', [], null, 'command'],
      ['event-changed', ['title'], null, 'command'],
      ['event-cancelled', [], '大雪封路', 'command'],
      ['event-removed', [], null, 'command'],
    ]);
  });

  test('no row is changed, deleted or truncated', async () => {
    const { db } = testServer.database;
    for (const statement of [
      sql`update audit set reason = 'x'`,
      sql`delete from audit where seq = 1`,
      sql`truncate audit`,
    ]) {
      await expect(db.execute(statement)).rejects.toThrow();
    }
    expect((await rows()).length).toBeGreaterThan(3);
  });

  test('acts at the same moment stand in one chain', async () => {
    const acts = Array.from({ length: 12 }, () =>
      admin.ask('POST', `organisations/${org}/invitations`, { role: 'door' }),
    );
    expect((await Promise.all(acts)).every(({ status }) => status === 201)).toBe(true);
    const all = await rows();
    expect(all.map(({ seq }) => seq)).toEqual(all.map((_, index) => index + 1));
    expect(await verifyAudit(testServer.database.db)).toEqual({ ok: true, rows: all.length, hash: all.at(-1)?.hash });
  });

  test.each([
    ['changed', sql`update audit set act = 'signed-in' where seq = 2`, { seq: 2, fault: 'changed' }],
    ['changed in its time', sql`update audit set at = at + 1 where seq = 3`, { seq: 3, fault: 'changed' }],
    ['left out', sql`delete from audit where seq = 2`, { seq: 2, fault: 'missing' }],
    ['left out at the beginning', sql`delete from audit where seq = 1`, { seq: 1, fault: 'missing' }],
    [
      'put in another’s place',
      sql`update audit set previous_hash = (select hash from audit where seq = 1) where seq = 3`,
      { seq: 3, fault: 'unchained' },
    ],
  ])('a row that was %s is found', async (_, statement, fault) => {
    await tamper(statement);
    expect(await verifyAudit(testServer.database.db)).toEqual({ ok: false, ...fault });
  });

  test('a row that was made anew with its hash is found by the next', async () => {
    const [, second] = await rows();
    if (!second) throw new Error('no second row');
    const { hashEntry } = await import('./record');
    const forged = { ...second, whoId: 'somebody else' };
    await tamper(sql`update audit set who_id = ${forged.whoId}, hash = ${hashEntry(forged)} where seq = 2`);
    expect(await verifyAudit(testServer.database.db)).toEqual({ ok: false, seq: 3, fault: 'unchained' });
  });

  test('an empty log is whole', async () => {
    await testServer.database.clear();
    expect(await verifyAudit(testServer.database.db)).toEqual({ ok: true, rows: 0, hash: '0'.repeat(64) });
    expect(await testServer.database.db.select().from(audit).where(eq(audit.seq, 1))).toEqual([]);
  });
});
