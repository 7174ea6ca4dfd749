import { phone } from '../testing/fake-taro';
import { keepDraft, rememberContact } from './drafts';
import { eraseMe } from './me';
import { app, onNewApps, signedUp, statuses } from '../testing/fake-outbox';
import { VISIT } from '../testing/fake-account-server';

onNewApps();

describe('erasing', () => {
  test('takes everything from this phone, too', async () => {
    await signedUp();
    rememberContact({ name: '王小明' });
    keepDraft('another', VISIT);
    await expect(eraseMe()).resolves.toBe('done');
    const left = [...phone.storage].map(([key, value]) => key + value).join('');
    expect(left).not.toMatch(/王小明|13800138000|ABCDEFGH23/);
    expect(phone.storage.has('session')).toBe(false);
  });

  test('without a network nothing changes', async () => {
    await signedUp();
    app.server.instead.set('DELETE /api/v1/me', ['offline']);
    await expect(eraseMe()).resolves.toBe('offline');
    expect(statuses()).toEqual(['confirmed']);
  });
});
