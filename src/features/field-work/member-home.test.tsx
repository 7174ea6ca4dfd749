import { render } from '@testing-library/react';
import type { StaffMe } from '../../../domain/organisation/member';
import { phone } from '../../testing/fake-taro';
import { freshApp, settle, shownText } from '../../testing/fresh-app';
import { at } from '../../testing/held-events';
import { MemberHome } from './member-home';

const NOW = at('10T09:00');
freshApp(NOW);

const me = (organisations: readonly object[]): StaffMe =>
  ({ member: { id: 'm', name: '丹增' }, organisations, secondFactor: true }) as unknown as StaffMe;

test.each<[string, readonly object[], string]>([
  ['who belongs to no organisation is told whom to ask', [], '请联系机构的管理员'],
  [
    'a door member who is named for no event is not shown somebody else’s',
    [{ id: 'o', name: '局', region: '540100', role: 'door', events: [] }],
    '还没有活动',
  ],
])('%s', async (_, organisations, words) => {
  render(<MemberHome me={me(organisations)} now={NOW} />);
  await settle();
  expect(shownText()).toContain(words);
  expect(phone.requests).toEqual([]);
});
