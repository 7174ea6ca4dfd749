import { goBack, goTo, switchTab } from './navigation';
import { phone } from '../testing/fake-taro';

const HOME = '/pages/home/index';

beforeEach(() => {
  phone.reset();
});

test('a page is opened with its parameters escaped', () => {
  goTo('/packages/event/index', { id: 'e-1', from: '日历&首页' });
  goTo('/packages/region/index');
  expect(phone.opened).toEqual([
    `navigateTo /packages/event/index?id=e-1&from=${encodeURIComponent('日历&首页')}`,
    'navigateTo /packages/region/index',
  ]);
});

test('back goes back where there is a way back, and home where there is none', () => {
  phone.pages = 2;
  goBack(HOME);
  phone.pages = 1;
  goBack(HOME);
  expect(phone.opened).toEqual(['navigateBack ', `switchTab ${HOME}`]);
});

test.each([
  ['back', 2, false, 1],
  ['home', 1, false, 1],
  ['back, which fails', 2, true, 0],
])('what is to be said there is said on the way %s', async (_, pages, refusing, times) => {
  Object.assign(phone, { pages, refusing });
  const arrived = jest.fn();
  goBack(HOME, arrived);
  await new Promise(setImmediate);
  expect(arrived).toHaveBeenCalledTimes(times);
});

test('an opening that fails is no unhandled rejection', async () => {
  phone.refusing = true;
  goTo('/packages/event/index');
  switchTab(HOME);
  await new Promise(setImmediate);
  expect(phone.opened).toHaveLength(2);
});
