import type { DraftBody } from './draft';
import { conflictsOf, differencesOf } from './draft-fields';

const BODY: DraftBody = { campaign: 'open', title: '甲', venue: null, audiences: ['公众'] };
const VENUE = { name: '馆', address: '路', latitude: 29.6, longitude: 91.1 };

test.each<[string, DraftBody | null, DraftBody, unknown]>([
  ['nothing', BODY, BODY, []],
  ['a text', BODY, { ...BODY, title: '乙' }, [{ path: 'title', from: '甲', to: '乙' }]],
  [
    'a text that is gone',
    BODY,
    { campaign: 'open', venue: null, audiences: ['公众'] },
    [{ path: 'title', from: '甲', to: null }],
  ],
  ['a list, whole', BODY, { ...BODY, audiences: ['企业'] }, [{ path: 'audiences', from: ['公众'], to: ['企业'] }]],
  [
    'a part of a place',
    { ...BODY, venue: VENUE },
    { ...BODY, venue: { ...VENUE, name: '院' } },
    [{ path: 'venue.name', from: '馆', to: '院' }],
  ],
  [
    'a first version',
    null,
    { campaign: 'open', title: '甲' },
    [
      { path: 'campaign', from: null, to: 'open' },
      { path: 'title', from: null, to: '甲' },
    ],
  ],
])('what differs: %s', (_, from, to, expected) => {
  expect(differencesOf(from, to)).toEqual(expected);
});

test.each<[string, DraftBody | null, DraftBody, DraftBody, unknown]>([
  ['both made the same of it', BODY, { ...BODY, title: '乙' }, { ...BODY, title: '乙' }, []],
  ['only one', BODY, BODY, { ...BODY, title: '乙' }, [{ path: 'title', base: '甲', mine: '甲', theirs: '乙' }]],
  [
    'both, differently',
    BODY,
    { ...BODY, title: '丙' },
    { ...BODY, title: '乙' },
    [{ path: 'title', base: '甲', mine: '丙', theirs: '乙' }],
  ],
  [
    'the version that was seen is forgotten',
    null,
    { ...BODY, title: '丙' },
    { ...BODY, title: '乙' },
    [{ path: 'title', base: null, mine: '丙', theirs: '乙' }],
  ],
])('conflicts: %s', (_, base, mine, theirs, expected) => {
  expect(conflictsOf(base, mine, theirs)).toEqual(expected);
});
