// Who may import whom, checked by dependency-cruiser (`npm run directions`); config/directions.test.ts sees each rule refuse.
const PRODUCTION = '^(src|server|domain|console|door|words)/';
const TEST_ONLY = '\\.test\\.tsx?$|/testing/|-double\\.tsx?$';

/** What the rest may import of the host; its README names the same. */
const HOST_FACE =
  '^mini-program-host/((browser-driver|chromium|driver|launch|prepared|touch)\\.ts|checks/wechat-verdicts\\.json)$';

/** Each may import itself and what comes after it. */
const APP_FLOORS = ['(pages|packages)', 'features', 'blocks', '(sync|ui)', 'platform'];
/** As those of the app, but its entry is in no folder. */
const DOOR_FLOORS = ['screens', 'ui', 'session', '(net|keep|scan)'];
/** As those of the app. */
const CONSOLE_FLOORS = ['screens', 'features', 'blocks', 'session', 'ui', 'net'];
/** Each may import itself and what comes before it; the files beside them build and run the whole. */
const SERVER_ROOMS = [
  ['spreadsheets'],
  ['http', 'db', 'crypto'],
  ['campaigns', 'events', 'audit'],
  ['feed', 'calendar', 'syndication'],
  ['wechat'],
  ['access'],
  ['notices'],
  ['attendance'],
  ['sign-ups'],
  ['publishing', 'check-ins', 'personal-data'],
  ['imports', 'rosters', 'reports'],
  ['organisations'],
  ['figures'],
  ['summaries'],
  ['content', 'jobs'],
  ['campaign-drafts'],
  ['web'],
  ['cli'],
];

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const appFloors = APP_FLOORS.slice(1).map((floor, index) =>
  forbid(
    `app-floor-${floor.replace(/\W+/g, '-').replace(/^-|-$/g, '')}`,
    'pages, packages → features → blocks → sync, ui → platform → words, domain',
    { path: `^src/${floor}/` },
    { path: `^src/(${APP_FLOORS.slice(0, index + 1).join('|')})/` },
  ),
);

const consoleFloors = CONSOLE_FLOORS.slice(1).map((floor, index) =>
  forbid(
    `console-floor-${floor}`,
    'screens → features → blocks → session → ui → net',
    { path: `^console/${floor}/`, pathNot: TEST_ONLY },
    { path: `^console/(${CONSOLE_FLOORS.slice(0, index + 1).join('|')})/` },
  ),
);

const doorFloors = DOOR_FLOORS.slice(1).map((floor, index) =>
  forbid(
    `door-floor-${floor.replace(/\W+/g, '-').replace(/^-|-$/g, '')}`,
    'screens → ui → session → net, keep, scan',
    { path: `^door/${floor}/`, pathNot: TEST_ONLY },
    { path: `^door/(${DOOR_FLOORS.slice(0, index + 1).join('|')})/` },
  ),
);

const serverRooms = SERVER_ROOMS.slice(0, -1).flatMap((rooms, index) => {
  const later = SERVER_ROOMS.slice(index + 1).flat();
  return forbid(
    `server-room-${rooms.join('-')}`,
    'the order of rooms in docs/architecture.md',
    { path: `^server/(${rooms.join('|')})/`, pathNot: TEST_ONLY },
    { path: [`^server/(${later.join('|')})/`, '^server/(?!folders)[^/]+\\.ts$'] },
  );
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    forbid('no-cycle', 'types too', {}, { circular: true }),
    forbid(
      'domain-is-alone',
      'domain imports nothing of ours',
      { path: '^domain/', pathNot: TEST_ONLY },
      { pathNot: '^domain/|node_modules/' },
    ),
    forbid(
      'domain-is-pure',
      'no Taro, React or zustand in a rule',
      { path: '^domain/' },
      { path: 'node_modules/(@tarojs|react|zustand|dayjs)' },
    ),
    forbid(
      'words-know-only-the-domain',
      'sentences are for server, app and console alike',
      { path: '^words/', pathNot: TEST_ONLY },
      { pathNot: '^(words|domain)/|node_modules/' },
    ),
    ...appFloors,
    ...consoleFloors,
    ...doorFloors,
    forbid(
      'door-knows-domain-words-and-delivery',
      'the page of the door is small: of the app it shares how a queue is delivered',
      { path: '^door/', pathNot: TEST_ONLY },
      { path: '^(src|server|console|e2e|bench)/', pathNot: '^src/sync/(deliver|coalesce)\\.ts$' },
    ),
    forbid(
      'console-knows-domain-and-words',
      'the desk shares rules and sentences, and knows the server by its API only',
      { path: '^console/' },
      { path: '^(src|server|e2e|bench)/' },
    ),
    forbid(
      'console-features-apart',
      'what two features of the console share is in its blocks',
      { path: '^console/features/([^/]+)/' },
      { path: '^console/features/', pathNot: '^console/features/$1/' },
    ),
    forbid(
      'ui-knows-no-store',
      'a component knows no store, a store no component',
      { path: '^src/ui/' },
      { path: '^src/sync/' },
    ),
    forbid(
      'stores-know-no-component',
      'a component knows no store, a store no component',
      { path: '^src/sync/' },
      { path: '^src/ui/' },
    ),
    forbid(
      'platform-has-no-words',
      'what the phone says comes from above',
      { path: '^src/platform/', pathNot: TEST_ONLY },
      { path: '^words/' },
    ),
    forbid(
      'features-apart',
      'features never import each other',
      { path: '^src/features/([^/]+)/' },
      { path: '^src/features/', pathNot: '^src/features/$1/' },
    ),
    forbid(
      'app-knows-no-server',
      'the phone knows the server by its API only',
      { path: '^src/' },
      { path: '^(server|console|door)/' },
    ),
    forbid(
      'server-knows-no-app',
      'the server shares only the domain and the words',
      { path: '^server/' },
      { path: '^(src|console|door)/' },
    ),
    forbid(
      'only-platform-talks-to-the-phone',
      'Taro’s API is for src/platform',
      { path: '^src/', pathNot: ['^src/platform/', '^src/app\\.config\\.ts$', TEST_ONLY] },
      { path: 'node_modules/@tarojs/taro/' },
    ),
    ...serverRooms,
    forbid(
      'host-is-alone',
      'the host runs any mini-program: it knows nothing of ours',
      { path: '^mini-program-host/' },
      { path: '^(src|server|domain|e2e|bench|config)/' },
    ),
    forbid(
      'host-by-its-face',
      'what is not named in mini-program-host/README.md is its own affair',
      { path: '^(src|server|domain|e2e|bench|config)/' },
      { path: '^mini-program-host/', pathNot: HOST_FACE },
    ),
    forbid(
      'production-without-fakes',
      'what runs for people never imports what only tests use',
      { path: PRODUCTION, pathNot: TEST_ONLY },
      { path: [TEST_ONLY, '^(e2e|bench|mini-program-host)/'] },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|data|\\.cache)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] },
  },
};
