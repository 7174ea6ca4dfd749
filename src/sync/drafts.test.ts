import { phone } from '../platform/taro-double';
import { draftOf, keepDraft, sweepDrafts } from './drafts';
import { install, onNewApps } from './outbox-double';
import { VISIT } from './sign-ups-double';

onNewApps();

test('drafts: kept through a killed app, and dropped after a month', () => {
  keepDraft('e', VISIT);
  phone.goToBack();
  install(phone.storage);
  sweepDrafts();
  expect(draftOf('e')).toEqual(VISIT);
  jest.setSystemTime(Date.UTC(2026, 9, 20));
  sweepDrafts();
  expect(draftOf('e')).toBeNull();
});
