/**
 * From WGS-84, which browsers and GPS speak, to GCJ-02, which maps in China and everything published here speak.
 * The offset is secret by law (测绘法) but has been known since a Chinese GIS library of 2006 gave it away; the polynomials
 * below are the ones in every open map library (`gcoord`, `eviltransform`), and the tests hold them to gcoord's answers.
 */
import type { Point } from './distance';

/** Krasovsky 1940: semi-major axis in metres, and eccentricity squared. */
const AXIS_M = 6_378_245;
const ECCENTRICITY_2 = 0.006_693_421_622_965_943;

const wave = (x: number): number => Math.sin(x * Math.PI);

/** The part of the offset that both axes share. */
function ripple(x: number): number {
  return ((20 * wave(6 * x) + 20 * wave(2 * x)) * 2) / 3;
}

function northOffset(x: number, y: number): number {
  const base = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x));
  const medium = ((20 * wave(y) + 40 * wave(y / 3)) * 2) / 3;
  const long = ((160 * wave(y / 12) + 320 * wave(y / 30)) * 2) / 3;
  return base + ripple(x) + medium + long;
}

function eastOffset(x: number, y: number): number {
  const base = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x));
  const medium = ((20 * wave(x) + 40 * wave(x / 3)) * 2) / 3;
  const long = ((150 * wave(x / 12) + 300 * wave(x / 30)) * 2) / 3;
  return base + ripple(x) + medium + long;
}

/** The box in which maps use GCJ-02; generous, as in every library: it takes in some of the neighbours. */
function isInChina({ latitude, longitude }: Point): boolean {
  return longitude >= 72.004 && longitude <= 137.8347 && latitude >= 0.8293 && latitude <= 55.8271;
}

/** Degrees in, degrees out; outside China the two systems are the same. */
export function toGcj02(wgs84: Point): Point {
  if (!isInChina(wgs84)) return wgs84;
  const { latitude, longitude } = wgs84;
  const x = longitude - 105;
  const y = latitude - 35;
  const angle = (latitude * Math.PI) / 180;
  const magic = 1 - ECCENTRICITY_2 * Math.sin(angle) ** 2;
  const metresNorth = ((AXIS_M * (1 - ECCENTRICITY_2)) / magic ** 1.5) * (Math.PI / 180);
  const metresEast = (AXIS_M / Math.sqrt(magic)) * Math.cos(angle) * (Math.PI / 180);
  return {
    latitude: latitude + northOffset(x, y) / metresNorth,
    longitude: longitude + eastOffset(x, y) / metresEast,
  };
}
