import { isSinglePage, shareLink, sharePage, useShare } from './share';
import { phone } from '../testing/fake-taro';

const CARD = {
  title: '食品实验室开放日 · 9月18日 14:00',
  path: '/packages/event/index',
  query: { id: 'e-1', from: '卡片&' },
} as const;
const LINK = 'https://quality.example/app/#/packages/event/index?id=e-1&from=%E5%8D%A1%E7%89%87%26';

/** The browser that the page stands in. */
function browse(navigator: object): void {
  const location = { origin: 'https://quality.example', pathname: '/app/' };
  Object.defineProperty(globalThis, 'window', { value: { location }, configurable: true });
  Object.defineProperty(globalThis, 'navigator', { value: navigator, configurable: true });
}

beforeEach(() => {
  phone.reset();
});

test('a friend’s card carries title and page, the timeline’s its query', () => {
  useShare(CARD);
  expect(phone.appMessage?.()).toEqual({
    title: CARD.title,
    path: '/packages/event/index?id=e-1&from=%E5%8D%A1%E7%89%87%26',
  });
  expect(phone.timeline?.()).toEqual({ title: CARD.title, query: 'id=e-1&from=%E5%8D%A1%E7%89%87%26' });
});

test('a picture goes along where there is one; no query leaves no question mark', () => {
  useShare({ title: '口号', path: '/packages/slogans/index', imageUrl: 'tmp/card.png' });
  expect(phone.appMessage?.()).toEqual({ title: '口号', path: '/packages/slogans/index', imageUrl: 'tmp/card.png' });
  expect(phone.timeline?.()).toEqual({ title: '口号', query: '', imageUrl: 'tmp/card.png' });
});

test('in the browser the system’s sheet gets the address', async () => {
  const shared: unknown[] = [];
  browse({ share: (data: unknown) => Promise.resolve(shared.push(data)) });
  expect(shareLink(CARD)).toBe(LINK);
  await expect(sharePage(CARD)).resolves.toBe('shared');
  expect(shared).toEqual([{ title: CARD.title, url: LINK }]);
  browse({ share: () => Promise.reject(new Error('AbortError')) });
  await expect(sharePage(CARD)).resolves.toBe('refused');
});

test('without a sheet the address is copied, or refused', async () => {
  browse({});
  await expect(sharePage(CARD)).resolves.toBe('copied');
  expect(phone.acts).toEqual([`setClipboardData ${JSON.stringify({ data: `${CARD.title}\n${LINK}` })}`]);
  phone.refusing = true;
  await expect(sharePage(CARD)).resolves.toBe('refused');
});

test('the timeline’s single page is known by its scene', () => {
  expect(isSinglePage()).toBe(false);
  phone.scene = 1154;
  expect(isSinglePage()).toBe(true);
});
