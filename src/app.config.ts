/** WeChat looks a value up in theme.json by the phone's scheme; the browser's bars take their colours from app.scss. */
const themed = (name: string, light: string): string => (process.env.TARO_ENV === 'h5' ? light : `@${name}`);

const tab = (
  page: string,
  text: string,
): { pagePath: string; text: string; iconPath: string; selectedIconPath: string } => ({
  pagePath: `pages/${page}/index`,
  text,
  iconPath: themed(page, `assets/tab/${page}.png`),
  selectedIconPath: themed(`${page}On`, `assets/tab/${page}-on.png`),
});

const apart = (name: string): { root: string; pages: string[] } => ({ root: `packages/${name}`, pages: ['index'] });

/** For staff: nobody else loads them. */
const field = {
  root: 'packages/field',
  pages: ['index', 'event/index', 'roster/index', 'reschedule/index', 'cancel/index', 'summary/index', 'case/index'],
};

/** Entry checks. In the browser they are a page of their own, `/door/`. */
const door = process.env.TARO_ENV === 'h5' ? [] : [{ root: 'packages/door', pages: ['index', 'attention/index'] }];

const privateInfos: ['getLocation'] = ['getLocation'];
/** WeChat approves of asking for the position case by case: a deployment that has its approval builds with it. */
const location =
  process.env.TARO_APP_LOCATION === 'on'
    ? {
        requiredPrivateInfos: privateInfos,
        permission: { 'scope.userLocation': { desc: '用来把活动按离您的远近排列，位置只留在本机' } },
      }
    : {};

/**
 * Browser only: pages change at once. With Taro's sliding a page that is left goes on a timer, and who comes back before
 * it has run out (a quick glance at an event) finds the page they return to hidden, an empty screen.
 */
const still = process.env.TARO_ENV === 'h5' ? { animation: false } : {};

export default defineAppConfig({
  pages: ['pages/home/index', 'pages/calendar/index', 'pages/mine/index'],
  subPackages: [
    ...[
      'event',
      'programme',
      'region',
      'archive',
      'about',
      'slogans',
      'complaint',
      'sign-up',
      'ticket',
      'inbox',
      'privacy',
      'nearby',
      'report',
      'missing',
    ].map(apart),
    field,
    ...door,
  ],
  window: {
    navigationBarTitleText: '质量月',
    navigationBarBackgroundColor: themed('paper', '#FAF8F4'),
    navigationBarTextStyle: themed('barText', 'black'),
    backgroundColor: themed('paper', '#FAF8F4'),
    backgroundTextStyle: themed('pullText', 'dark'),
  },
  tabBar: {
    color: themed('tab', '#5B6169'),
    selectedColor: themed('tabOn', '#B8211B'),
    backgroundColor: themed('card', '#FFFFFF'),
    borderStyle: themed('tabEdge', 'white') as 'white',
    list: [tab('home', '首页'), tab('calendar', '日历'), tab('mine', '我的')],
  },
  darkmode: true,
  themeLocation: 'theme.json',
  // 12315 must open without a network, too.
  preloadRule: { 'pages/home/index': { network: 'all', packages: ['packages/complaint'] } },
  sitemapLocation: 'sitemap.json',
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
  ...location,
  ...still,
});
