import type { WireNotice } from '../../domain/notice/inbox';
import { phone } from '../testing/fake-taro';
import { markInboxRead, pullInbox } from './inbox';
import { app, onNewApps, settle, signedUp } from '../testing/fake-outbox';
import { EVENT } from '../testing/fake-account-server';

onNewApps();

describe('the inbox', () => {
  const notice = (id: number): WireNotice => ({
    id,
    kind: 'promoted',
    eventId: EVENT.id,
    title: EVENT.title,
    at: '2026-09-11T09:00:00+08:00',
  });
  const unread = (): number => {
    const stored = JSON.parse(phone.storage.get('inbox') ?? '{"notices":[],"readUpTo":0}') as {
      notices: WireNotice[];
      readUpTo: number;
    };
    return stored.notices.filter(({ id }) => id > stored.readUpTo).length;
  };

  test('comes page by page, each notice once', async () => {
    await signedUp();
    app.server.notices.push(notice(1), notice(2), notice(3), notice(5), notice(8));
    await pullInbox();
    expect(unread()).toBe(5);
    await pullInbox();
    expect(unread()).toBe(5);
  });

  test('read without a network, the server hears of it with the next pull', async () => {
    await signedUp();
    app.server.notices.push(notice(1));
    await pullInbox();
    app.server.instead.set('POST /api/v1/inbox/read', ['offline']);
    markInboxRead();
    await settle();
    expect([unread(), app.server.readUpTo]).toEqual([0, 0]);
    await pullInbox();
    expect([unread(), app.server.readUpTo]).toEqual([0, 1]);
  });

  test('read on another phone it is read here', async () => {
    await signedUp();
    app.server.notices.push(notice(1));
    app.server.readUpTo = 1;
    await pullInbox();
    expect(unread()).toBe(0);
  });
});
