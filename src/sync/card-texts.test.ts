import { campaignNamed } from '../../domain/testing/fake-feed-server';
import { phone } from '../platform/taro-double';
import { createCardTexts } from './card-texts';

const SLOGANS = ['质量发展 利民惠民'];
const CAMPAIGNS = [
  { ...campaignNamed('2026'), year: 2026 },
  { ...campaignNamed('2025'), year: 2025, state: 'archived', slogans: SLOGANS },
  { ...campaignNamed('2024'), year: 2024, state: 'archived', slogans: ['旧'] },
];

/** A server whose campaign that is on is `current`. */
function serve(current: string): void {
  phone.server = (url) => {
    if (url === '/api/v1/campaigns') return { body: JSON.stringify({ campaigns: CAMPAIGNS }) };
    const named = decodeURIComponent(url.slice('/api/v1/campaigns/'.length));
    const campaign = CAMPAIGNS.find(({ id }) => id === (named === 'current' ? current : named));
    return campaign === undefined ? { status: 404, body: '{}' } : { body: JSON.stringify({ campaign }) };
  };
}

beforeEach(() => {
  phone.reset();
});

test.each([
  ['the campaign that is on, and without any region', '2025', undefined, '2025'],
  ['one without slogans gives way to the latest that has some', '2026', undefined, '2025'],
  ['what a link names', '2026', '2024', '2024'],
  ['what a link names in vain gives way', '2025', '1999', '2025'],
])('a first launch: %s', async (_, current, asked, id) => {
  serve(current);
  const { store, load } = createCardTexts();
  expect(store.getState()).toEqual({ texts: null, status: 'idle', problem: null });
  await load(asked);
  expect(store.getState()).toMatchObject({ texts: { id }, status: 'idle', problem: null });
});

test('the campaign alone is asked for, none of its events', async () => {
  serve('2025');
  await createCardTexts().load(undefined);
  expect(phone.requests).toEqual(['/api/v1/campaigns/current']);
});

test('two links at once are each asked for, a repeated one once', async () => {
  serve('2025');
  const { store, load } = createCardTexts();
  await Promise.all([load('2025'), load('2025'), load('2024')]);
  expect(phone.requests).toHaveLength(2);
  expect(store.getState()).toMatchObject({ texts: { id: '2024' }, status: 'idle', problem: null });
});

test('without a network what was here once stands', async () => {
  serve('2025');
  await createCardTexts().load(undefined);
  phone.server = () => 'offline';
  const later = createCardTexts();
  await later.load(undefined);
  expect(later.store.getState()).toMatchObject({ texts: { id: '2025', slogans: SLOGANS }, problem: 'offline' });
});

test.each([
  ['no network', 'offline', 'offline'],
  ['no answer in time', 'timeout', 'timeout'],
  ['a server in trouble', { status: 500, body: '' }, 'server'],
  ['an answer that is none', { body: '{"campaign":{"id":1}}' }, 'garbage'],
] as const)('%s is said, and the next try may succeed', async (_, scripted, problem) => {
  phone.server = () => scripted;
  const { store, load } = createCardTexts();
  await load('2025');
  expect(store.getState()).toEqual({ texts: null, status: 'idle', problem });
  serve('2025');
  await load('2025');
  expect(store.getState().texts?.id).toBe('2025');
});

test('what is stored and does not parse is forgotten', () => {
  phone.storage.set('card-texts', '{"id":"2025"}');
  expect(createCardTexts().store.getState().texts).toBeNull();
});
