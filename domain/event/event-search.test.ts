import { inOrder } from './agenda';
import type { ProgrammeItem } from '../campaign/campaign';
import { buildSearchIndex, searchEvents } from './event-search';
import { eventNamed } from '../testing/fake-feed-server';

const ITEM: ProgrammeItem = {
  id: 't058',
  name: '检验检测机构开放日',
  documentNo: '国市监质发〔2025〕77号',
  paragraph: '三(六)',
  kind: '开放日',
  audiences: ['公众'],
  signUp: true,
  initials: 'jyjcjgkfr',
  pinyin: 'JianYanJianCeJiGouKaiFangRi',
};

const events = inOrder([
  eventNamed('lab', 1, {
    programmeId: 't058',
    title: '走进食品实验室',
    initials: 'zjspsys lsssjgl',
    pinyin: 'ZouJinShiPinShiYanShi LaSaShiShiChangJianGuanJu LaSaShiChengGuanQu',
    organiser: { name: '拉萨市市场监管局' },
  }),
  eventNamed('qc', 1, {
    title: 'ＱＣ小组 Presentation',
    startsAt: '2026-09-19T09:00:00+08:00',
    endsAt: '2026-09-19T10:00:00+08:00',
    venue: { name: '文化活动中心', address: '某路 1 号', latitude: 29.65, longitude: 91.1 },
  }),
]);
const index = buildSearchIndex(events, new Map([[ITEM.id, ITEM]]));
/** A Thursday; `lab` is on that day, `qc` on the Saturday after. */
const NOW = Date.UTC(2026, 8, 17, 4);
const found = (query: string, now = NOW): string[] => searchEvents(index, query, now).map(({ event }) => event.id);

test.each([
  ['食品', ['lab'], 'the title'],
  ['文化活动', ['qc'], 'the venue'],
  ['市场监管局', ['lab'], 'the organiser'],
  ['检验检测', ['lab'], 'the programme item'],
  ['城关', ['lab', 'qc'], 'the region'],
  ['kfr', ['lab'], 'the initials of the programme item'],
  ['KFR', ['lab'], 'the same, on a keyboard with capitals'],
  ['spsys', ['lab'], 'the initials of the title'],
  ['qc', ['qc'], 'full-width letters'],
  ['ｑｃ', ['qc'], 'full-width letters typed'],
  ['PRESENT', ['qc'], 'part of a Latin word'],
  ['食品 拉萨', ['lab'], 'two words'],
  ['食品　文化', [], 'two words that stand in different events'],
  ['', ['lab', 'qc'], 'nothing'],
  ['  ', ['lab', 'qc'], 'spaces'],
  ['中心某', [], 'words that do not stand in one field'],
])('%j finds %j: %s', (query, ids) => {
  expect(found(query)).toEqual(ids);
});

test.each([
  ['shipin', ['lab'], 'full pinyin'],
  ['shi pin', ['lab'], 'syllables apart'],
  ["shi'pin", ['lab'], 'an apostrophe'],
  ['SHIPIN', ['lab'], 'capitals'],
  ['lasa', ['lab'], 'the region'],
  ['shiyans', ['lab'], 'a syllable not finished'],
  ['jiancejigou', ['lab'], 'the programme item'],
  ['hipin', [], 'from within a syllable'],
  ['shilasa', [], 'across two texts'],
  ['檢驗檢測', ['lab'], 'traditional characters'],
  ['開放日', ['lab'], 'traditional characters of the programme item'],
  ['文化活動', ['qc'], 'traditional characters of the venue'],
])('%j finds %j: %s', (query, ids) => {
  expect(found(query)).toEqual(ids);
});

describe('words by meaning', () => {
  const day = (date: string, last = date) => ({
    startsAt: `2026-09-${date}T10:00:00+08:00`,
    endsAt: `2026-09-${last}T12:00:00+08:00`,
  });
  const days = buildSearchIndex(
    inOrder([
      eventNamed('month', 1, { ...day('01', '30'), title: '质量展览', kind: '主题宣传' }),
      eventNamed('thursday', 1, { ...day('17'), title: '企业培训', kind: '培训宣贯', audiences: ['企业'] }),
      eventNamed('friday', 1, { ...day('18'), title: '标准宣讲', kind: '培训宣贯', suits: '适合小学生和家长' }),
      eventNamed('saturday', 1, { ...day('19'), title: '计量科普', kind: '科普', audiences: ['公众'] }),
      eventNamed('later', 1, { ...day('26'), title: '亲子实验课', kind: '培训宣贯' }),
    ]),
    new Map(),
  );
  const meant = (query: string, now = NOW): string[] => searchEvents(days, query, now).map(({ event }) => event.id);

  test.each([
    ['免费', ['month', 'thursday', 'friday', 'saturday', 'later']],
    ['免费 培训', ['thursday']],
    ['今天', ['month', 'thursday']],
    ['明天', ['month', 'friday']],
    ['后天', ['month', 'saturday']],
    ['周末', ['month', 'saturday']],
    ['週末', ['month', 'saturday']],
    ['周末活动', ['month', 'saturday']],
    ['亲子', ['friday', 'saturday', 'later']],
    ['孩子', ['friday', 'saturday', 'later']],
    ['儿童', ['friday', 'saturday', 'later']],
    ['学生', ['friday', 'saturday', 'later']],
    ['周末亲子', ['saturday']],
    ['明天的亲子活动', ['friday']],
    ['明天 标准', ['friday']],
    ['亲子实验课', ['later']],
    ['明天考试', []],
  ])('%s finds %j', (query, ids) => {
    expect(meant(query)).toEqual(ids);
  });

  test('the day is China’s, and a Sunday has no Saturday before it', () => {
    expect(meant('今天', Date.UTC(2026, 8, 17, 16))).toEqual(['month', 'friday']);
    expect(meant('周末', Date.UTC(2026, 8, 20, 4))).toEqual(['month']);
  });
});
