import fc from 'fast-check';
import { inOrder } from '../event/agenda';
import { bandOf, byDistance, distanceBetween, inBands, type Point } from './distance';
import { eventNamed } from '../testing/fake-feed-server';

const LHASA: Point = { latitude: 29.655, longitude: 91.141 };
const points: fc.Arbitrary<Point> = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

test.each([
  ['one degree along a meridian', { latitude: 0, longitude: 0 }, { latitude: 1, longitude: 0 }, 111.195],
  ['one degree along the 60th parallel', { latitude: 60, longitude: 0 }, { latitude: 60, longitude: 1 }, 55.597],
  ['pole to pole', { latitude: 90, longitude: 0 }, { latitude: -90, longitude: 0 }, 20015.1],
  ['over the date line', { latitude: 0, longitude: 179.5 }, { latitude: 0, longitude: -179.5 }, 111.195],
  ['Beijing to Lhasa', { latitude: 39.904, longitude: 116.407 }, LHASA, 2560],
])('%s', (_, one, other, km) => {
  const ratio = distanceBetween(one, other) / 1000 / km;
  expect(ratio).toBeGreaterThan(0.998);
  expect(ratio).toBeLessThan(1.002);
});

test('a distance is none to itself, the same both ways, never over a half circle, and never longer by a detour', () => {
  fc.assert(
    fc.property(points, points, points, (a, b, c) => {
      expect(distanceBetween(a, a)).toBe(0);
      // The formula loses decimals between opposite points: a metre of grace.
      expect(Math.abs(distanceBetween(a, b) - distanceBetween(b, a))).toBeLessThan(1);
      expect(distanceBetween(a, b)).toBeLessThanOrEqual(Math.PI * 6_371_009 + 1);
      expect(distanceBetween(a, c)).toBeLessThanOrEqual(distanceBetween(a, b) + distanceBetween(b, c) + 1);
    }),
  );
});

test.each([
  [0, 1],
  [1000, 1],
  [1000.1, 5],
  [5000, 5],
  [19_999, 20],
  [100_000, 100],
  [100_001, null],
])('%d m are in band %p', (metres, band) => {
  expect(bandOf(metres)).toBe(band);
});

test('a list by distance is everything, nearest first, then earliest; its bands are the same list cut', () => {
  const rows = fc.array(
    fc.record({ point: fc.option(points, { nil: null }), hour: fc.integer({ min: 10, max: 12 }) }),
    { maxLength: 15 },
  );
  // Some at the very same place, so that time decides.
  const spots = fc.constantFrom(LHASA, { latitude: 29.66, longitude: 91.14 });
  const crowded = fc.array(
    fc.record({ point: fc.option(spots, { nil: null }), hour: fc.integer({ min: 10, max: 12 }) }),
  );
  fc.assert(
    fc.property(fc.oneof(rows, crowded), (all) => {
      const events = inOrder(
        all.map(({ point, hour }, index) =>
          eventNamed(`e${index}`, 1, {
            venue: point === null ? null : { name: 'x', address: 'y', ...point },
            startsAt: `2026-09-18T${hour}:00:00+08:00`,
          }),
        ),
      );
      const placed = byDistance(events, LHASA);
      expect(new Set(placed.map(({ timed }) => timed))).toEqual(new Set(events));
      placed.slice(1).forEach((each, index) => {
        const before = placed[index] ?? each;
        const [near, far] = [before.metres ?? Infinity, each.metres ?? Infinity];
        expect(near).toBeLessThanOrEqual(far);
        if (near === far) expect(before.timed.startsAt).toBeLessThanOrEqual(each.timed.startsAt);
      });
      const bands = inBands(placed);
      expect(bands.flatMap(({ events: inBand }) => inBand)).toEqual(placed);
      expect(new Set(bands.map(({ band }) => band)).size).toBe(bands.length);
    }),
  );
});
