import { distanceBetween } from './distance';
import { centreOf, administrativeCentreOf } from './region-centres';
import { childrenOf, regionExists } from './region-names';

const CITIES = childrenOf('540000');
const COUNTIES = CITIES.flatMap((city) => childrenOf(city));

test('every county, city and prefecture of Tibet has a centre, and so has Tibet', () => {
  expect([...CITIES, ...COUNTIES, '540000'].filter((code) => centreOf(code) === null)).toEqual([]);
  expect(COUNTIES).toHaveLength(74);
});

test('a seat is a county that exists, below what it stands for', () => {
  for (const code of [...CITIES, ...COUNTIES]) {
    const seat = administrativeCentreOf(code) ?? '';
    expect(regionExists(seat)).toBe(true);
    expect(seat.startsWith(code.replace(/00$/, ''))).toBe(true);
  }
});

test('centres lie in Tibet, apart from each other', () => {
  const points = COUNTIES.map((code) => centreOf(code) ?? { latitude: 0, longitude: 0 });
  for (const { latitude, longitude } of points) {
    expect(latitude).toBeGreaterThan(27.4);
    expect(latitude).toBeLessThan(33.7);
    expect(longitude).toBeGreaterThan(79);
    expect(longitude).toBeLessThan(98.7);
  }
  points.forEach((one, index) => {
    for (const other of points.slice(index + 1)) expect(distanceBetween(one, other)).toBeGreaterThan(5000);
  });
});

test.each(['100000', '510100', '110000', '549999'])('of %s no centre is known', (code) => {
  expect(centreOf(code)).toBeNull();
});
