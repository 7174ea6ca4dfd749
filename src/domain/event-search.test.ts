import { inOrder } from './agenda';
import type { ProgrammeItem } from './campaign';
import { buildSearchIndex, searchEvents } from './event-search';
import { eventNamed } from './feed-double';

const ITEM: ProgrammeItem = {
  id: 't058',
  name: '检验检测机构开放日',
  documentNo: '国市监质发〔2025〕77号',
  paragraph: '三(六)',
  kind: '开放日',
  audiences: ['公众'],
  signUp: true,
  initials: 'jyjcjgkfr',
};

const events = inOrder([
  eventNamed('lab', 1, {
    programmeId: 't058',
    title: '走进食品实验室',
    initials: 'zjspsys lsssjgl',
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
const found = (query: string): string[] => searchEvents(index, query).map(({ event }) => event.id);

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
