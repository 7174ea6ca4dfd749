import fc from 'fast-check';
import { distanceBetween } from './distance';
import { toGcj02 } from './gcj02';

/** As gcoord 1.0.7 converts them. */
test.each([
  ['Lhasa', 91.1, 29.65, 91.10156828347536, 29.647300329055074],
  ['Beijing', 116.404, 39.915, 116.41024449916938, 39.91640428150164],
  ['Shanghai', 121.4737, 31.2304, 121.47822305927693, 31.22845773757727],
  ['the far west', 80.1, 32.5, 80.10221855440194, 32.49751910572733],
])('%s', (_, longitude, latitude, east, north) => {
  const point = toGcj02({ latitude, longitude });
  expect(point.longitude).toBeCloseTo(east, 9);
  expect(point.latitude).toBeCloseTo(north, 9);
});

test('outside China nothing moves', () => {
  for (const point of [
    { latitude: 51.5, longitude: -0.12 },
    { latitude: 35.7, longitude: 139.7 },
    { latitude: -29.65, longitude: 91.1 },
  ]) {
    expect(toGcj02(point)).toBe(point);
  }
});

test('within China a point moves by some hundred metres, never by kilometres', () => {
  const inChina = fc.record({
    latitude: fc.double({ min: 18, max: 53, noNaN: true }),
    longitude: fc.double({ min: 74, max: 135, noNaN: true }),
  });
  fc.assert(
    fc.property(inChina, (point) => {
      const moved = distanceBetween(point, toGcj02(point));
      expect(moved).toBeGreaterThan(10);
      expect(moved).toBeLessThan(1200);
    }),
  );
});
