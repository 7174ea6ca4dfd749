import { render, screen, within } from '@testing-library/react';
import { campaignNamed } from '../../../domain/testing/fake-feed-server';
import { EMPTY_REPLICA } from '../../../domain/feed/delta';
import { replicaOf } from '../../sync/replica';
import { phone } from '../../testing/fake-taro';
import { freshApp, settle, shownText } from '../../testing/fresh-app';
import { at } from '../../testing/held-events';
import { CampaignList } from './campaign-list';
import { CampaignView } from './campaign-view';

freshApp(at('10T09:00'));

const SLOGANS = ['质量发展 利民惠民', '人人关心质量  人人创造质量'];

test('a past year shows its theme and every slogan to the character, numbered as in the document', () => {
  const campaign = { ...campaignNamed('2025', '加强全面质量管理'), year: 2025, slogans: SLOGANS };
  replicaOf('2025').store.setState({ replica: { ...EMPTY_REPLICA, cursor: 'c', campaign } });
  const { container } = render(<CampaignView campaignId="2025" />);
  expect(screen.getByRole('heading', { name: '加强全面质量管理' })).toBeTruthy();
  const rows = Array.from(container.querySelectorAll<HTMLElement>('.slogans__one'));
  expect(rows.map((row) => row.textContent)).toEqual(SLOGANS.map((slogan, index) => `${index + 1}${slogan}`));
  // Nothing of it can be done any more.
  expect(within(container).queryByRole('button')).toBeNull();
});

test('a year that is not here yet shows nothing instead of half a page', () => {
  const { container } = render(<CampaignView campaignId="1999" />);
  expect(container.textContent).toBe('');
});

test('while the list is on its way a screen reader hears so; a first year has none that is over', async () => {
  phone.server = () => 'hang';
  const { unmount } = render(<CampaignList />);
  await settle();
  expect(screen.getByRole('status')).toBeTruthy();
  expect(screen.queryByRole('link')).toBeNull();
  unmount();
  expect(shownText()).toBe('');
});
