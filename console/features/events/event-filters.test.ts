import { readFilters, withFilter } from './event-filters';

test.each([
  ['', { page: 1 }],
  ['state=draft&from=2026-09-01&q=%20开放日%20&page=3', { state: 'draft', from: '2026-09-01', q: '开放日', page: 3 }],
  ['of=below&page=2', { of: 'below', page: 2 }],
  ['of=everybody', { page: 1 }],
  ['state=nonsense&from=2026-02-30&to=soon&page=0', { page: 1 }],
  [`q=${'长'.repeat(61)}`, { page: 1 }],
])('?%s', (search, filters) => {
  expect(readFilters(new URLSearchParams(search))).toEqual({
    of: 'own',
    state: undefined,
    from: undefined,
    to: undefined,
    q: undefined,
    ...filters,
  });
});

test.each([
  ['another filter begins at its first page', 'page=3', 'state', 'draft', 'state=draft'],
  ['an emptied one is gone', 'q=a&state=draft', 'q', '', 'state=draft'],
  ['another page keeps the filters', 'q=a', 'page', '2', 'q=a&page=2'],
  ['what is no filter stays', 'event=x', 'q', 'a', 'event=x&q=a'],
] as const)('%s', (_, before, name, value, after) => {
  expect(withFilter(new URLSearchParams(before), name, value).toString()).toBe(after);
});
