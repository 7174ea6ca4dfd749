import { phone } from '../testing/fake-taro';
import { draftOf, keepDraft, sweepDrafts } from './drafts';
import { install, onNewApps } from '../testing/fake-outbox';
import { VISIT } from '../testing/fake-account-server';

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
