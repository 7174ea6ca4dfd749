import { render } from '@testing-library/react';
import { phone } from '../../testing/fake-taro';
import { freshApp, settle, shownText, tap } from '../../testing/fresh-app';
import { at } from '../../testing/held-events';
import { CampaignList } from './campaign-list';

freshApp(at('10T09:00'));

const CAMPAIGNS = [
  { id: '2026', year: 2026, theme: '今年的主题', state: 'open' },
  { id: '2025', year: 2025, theme: '去年的主题', state: 'archived' },
];

test('a server that does not answer: why, and a way to try again; then the years that are over', async () => {
  phone.server = () => 'offline';
  render(<CampaignList />);
  await settle();
  expect(shownText()).toContain('暂时打不开');
  phone.server = () => ({ body: JSON.stringify({ campaigns: CAMPAIGNS }) });
  await tap('重试');
  expect(shownText()).toContain('2025 年全国“质量月”去年的主题');
  expect(shownText()).not.toContain('今年的主题');
  await tap(/^2025 年/);
  expect(phone.opened).toEqual(['navigateTo /packages/archive/index?campaign=2025']);
});
