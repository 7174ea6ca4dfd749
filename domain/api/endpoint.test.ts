import { addressOf } from './endpoint';

test.each([
  ['as it is', addressOf({ path: '/api/v1/feed' }, {}), '/api/v1/feed'],
  ['with a parameter', addressOf({ path: '/api/v1/events/:id' }, { id: 'e-1' }), '/api/v1/events/e-1'],
  ['with one before an ending', addressOf({ path: '/events/:id.ics' }, { id: 'e-1' }), '/events/e-1.ics'],
  ['with two', addressOf({ path: '/o/:org/members/:id' }, { org: 'a', id: 'b' }), '/o/a/members/b'],
  ['encoded', addressOf({ path: '/events/:id/cancel' }, { id: '../a b/?#' }), '/events/..%2Fa%20b%2F%3F%23/cancel'],
  ['with a query', addressOf({ path: '/feed' }, {}, { region: '540000', after: 0 }), '/feed?region=540000&after=0'],
  ['without what is undefined', addressOf({ path: '/feed' }, {}, { campaign: undefined }), '/feed'],
  ['with an encoded query', addressOf({ path: '/feed' }, {}, { q: '拉萨 &=' }), '/feed?q=%E6%8B%89%E8%90%A8%20%26%3D'],
])('an address %s', (_, address, expected) => {
  expect(address).toBe(expected);
});
