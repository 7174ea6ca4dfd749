/**
 * Pictures of a ticket's code as a camera may see it, made from a seed: print, a dim or cracked screen, at an angle, with
 * glare, small. The same pictures for every reader.
 */
import { qrMatrix, QUIET_MODULES, type QrRecovery } from '../domain/sign-up/qr';

export const CONDITIONS = ['print', 'dim', 'cracked', 'angle 10 %', 'angle 20 %', 'glare', 'small'] as const;
export type Condition = (typeof CONDITIONS)[number];

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** RGBA. */
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/** Taken out once: in a test's sandbox each look at a global is slow. */
const { abs, cos, exp, floor, hypot, min, PI, sin } = Math;

const SIDE = 360;
/** Light at a point of the code, 0 to 1; around it is paper. */
type Surface = (u: number, v: number) => number;
type Point = readonly [number, number];

/** xorshift32: pictures must be the same everywhere. */
function randomOf(seed: number): () => number {
  let state = (seed + 1) * 2_654_435_761;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

function surfaceOf(text: string, recovery: QrRecovery): Surface {
  const matrix = qrMatrix(text, recovery);
  const modules = matrix.length + 2 * QUIET_MODULES;
  return (u, v) => {
    const row = matrix[floor(v * modules) - QUIET_MODULES];
    return row?.[floor(u * modules) - QUIET_MODULES] === true ? 0 : 1;
  };
}

/** Where a point of the picture lies on the code: the inverse of the projection of the unit square onto four corners. */
function toSurface([a, b, c, d]: readonly [Point, Point, Point, Point]): (x: number, y: number) => Point {
  const sx = a[0] - b[0] + c[0] - d[0];
  const sy = a[1] - b[1] + c[1] - d[1];
  const [dx1, dy1, dx2, dy2] = [b[0] - c[0], b[1] - c[1], d[0] - c[0], d[1] - c[1]];
  const det = dx1 * dy2 - dx2 * dy1;
  const g = (sx * dy2 - dx2 * sy) / det;
  const h = (dx1 * sy - sx * dy1) / det;
  const m = [
    b[0] - a[0] + g * b[0],
    d[0] - a[0] + h * d[0],
    a[0],
    b[1] - a[1] + g * b[1],
    d[1] - a[1] + h * d[1],
    a[1],
  ];
  const [m0 = 0, m1 = 0, m2 = 0, m3 = 0, m4 = 0, m5 = 0] = m;
  return (x, y) => {
    const u = (m4 - m5 * h) * x + (m2 * h - m1) * y + (m1 * m5 - m2 * m4);
    const v = (m5 * g - m3) * x + (m0 - m2 * g) * y + (m2 * m3 - m0 * m5);
    const z = (m3 * h - m4 * g) * x + (m1 * g - m0 * h) * y + (m0 * m4 - m1 * m3);
    return [u / z, v / z];
  };
}

/** The corners of a square of `size` around the middle, turned a little; its right side shorter by `tilt`. */
function cornersOf(size: number, tilt: number, turn: number): readonly [Point, Point, Point, Point] {
  const half = size / 2;
  const short = half * (1 - tilt);
  const at = (x: number, y: number): Point => [
    SIDE / 2 + x * cos(turn) - y * sin(turn),
    SIDE / 2 + x * sin(turn) + y * cos(turn),
  ];
  return [at(-half, -half), at(half, -short), at(half, short), at(-half, half)];
}

/** A hair crack across the whole code: 0.2 mm on a code of 35 mm. */
const CRACK = 0.006;
const TILTS: Partial<Readonly<Record<Condition, number>>> = { 'angle 10 %': 0.1, 'angle 20 %': 0.2 };
/** The picture is the mean of so many samples a side of each pixel, as a lens blurs. */
const SAMPLES = 2;

export function ticketPicture(text: string, recovery: QrRecovery, condition: Condition, seed: number): Picture {
  const random = randomOf(seed);
  const surface = surfaceOf(text, recovery);
  const size = condition === 'small' ? 80 + random() * 20 : 200 + random() * 80;
  const place = toSurface(cornersOf(size, TILTS[condition] ?? random() * 0.04, (random() - 0.5) * 0.5));
  const [dark, bright] = condition === 'dim' ? [0.06, 0.2] : condition === 'print' ? [0.22, 0.78] : [0.04, 0.92];
  const noise = condition === 'dim' ? 0.04 : 0.06;
  const cracks = condition === 'cracked' ? Array.from({ length: 3 }, () => [random(), random(), random() * PI]) : [];
  const [glareX, glareY] = [random(), random()];

  const lightAt = (x: number, y: number): number => {
    const [u, v] = place(x, y);
    if (u < 0 || u >= 1 || v < 0 || v >= 1) return 0.45;
    for (const [cu = 0, cv = 0, angle = 0] of cracks) {
      if (abs((u - cu) * sin(angle) - (v - cv) * cos(angle)) < CRACK / 2) return 0.7;
    }
    const light = dark + (bright - dark) * surface(u, v);
    if (condition !== 'glare') return light;
    const away = hypot(u - glareX, v - glareY);
    return min(1, light + 0.75 * exp(-((away / 0.16) ** 2)));
  };

  const data = new Uint8ClampedArray(SIDE * SIDE * 4);
  for (let y = 0; y < SIDE; y += 1) {
    for (let x = 0; x < SIDE; x += 1) {
      let light = 0;
      for (let n = 0; n < SAMPLES * SAMPLES; n += 1) {
        light += lightAt(x + ((n % SAMPLES) + 0.5) / SAMPLES, y + (floor(n / SAMPLES) + 0.5) / SAMPLES);
      }
      const value = 255 * (light / SAMPLES ** 2 + (random() - 0.5) * noise);
      const at = (y * SIDE + x) * 4;
      data[at] = value;
      data[at + 1] = value;
      data[at + 2] = value;
      data[at + 3] = 255;
    }
  }
  return { width: SIDE, height: SIDE, data };
}
