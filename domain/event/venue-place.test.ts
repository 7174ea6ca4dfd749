import places from '../testing/cases/places.json';
import { judgePlace } from './venue-place';

const judge = (latitude: number, longitude: number, region: string): string | null =>
  judgePlace({ latitude, longitude }, region);

test.each(places.refused)('$latitude, $longitude in $region is $code', ({ latitude, longitude, region, code }) => {
  expect(judge(latitude, longitude, region)).toBe(code);
});

test.each(places.far)('$latitude, $longitude is far from $region', ({ latitude, longitude, region }) => {
  expect(judge(latitude, longitude, region)).toBe('coordinates-far');
});

test.each(places.fine)('$latitude, $longitude is in $region', ({ latitude, longitude, region }) => {
  expect(judge(latitude, longitude, region)).toBeNull();
});

test.each([
  ['Lhasa, exchanged', 91.12, 29.65, '540102', 'coordinates-swapped'],
  ['Beijing, exchanged', 116.4, 39.9, '110101', 'coordinates-swapped'],
  ['Harbin, exchanged', 126.5, 45.8, '100000', 'coordinates-swapped'],
  ['west of Greenwich', 29.65, -91.12, '540102', 'coordinates-outside'],
  ['New York', 40.7, -74, '100000', 'coordinates-outside'],
  ['both the same', 29.65, 29.65, '540102', 'coordinates-outside'],
  ['Beijing under Tibet', 39.9, 116.4, '540000', 'coordinates-far'],
  ['Beijing under Chamdo, the nearest county of all', 39.9, 116.4, '540302', 'coordinates-far'],
  ['Shigatse under Lhasa', 29.27, 88.88, '540102', 'coordinates-far'],
  ['Chamdo under Lhasa', 31.14, 97.17, '540100', 'coordinates-far'],
  ['Guangzhou under Beijing', 23.13, 113.26, '110105', 'coordinates-far'],
  ['Lhasa airport, in the neighbour county', 29.3, 90.91, '540102', null],
  ['the far north of Nyima', 33.9, 86.5, '540629', null],
  ['Chamdo under Tibet', 31.14, 97.17, '540000', null],
  ['anywhere for the whole country', 23.13, 113.26, '100000', null],
  ['a suburb over the border of Beijing', 39.5, 116.7, '110105', null],
  ['Sansha', 16.83, 112.33, '460300', null],
  ['Kashgar', 39.47, 75.99, '653101', null],
])('%s', (_, latitude, longitude, region, code) => {
  expect(judge(latitude, longitude, region)).toBe(code);
});
