/** Interfaces that give a place away. Each must be declared in app.json, and opened for the mini-program by WeChat. */
export const EXACT_LOCATION = [
  'getLocation',
  'onLocationChange',
  'startLocationUpdate',
  'startLocationUpdateBackground',
];
export const FUZZY_LOCATION = 'getFuzzyLocation';
export const LOCATION_APIS: readonly string[] = [
  ...EXACT_LOCATION,
  FUZZY_LOCATION,
  'chooseLocation',
  'choosePoi',
  'chooseAddress',
];
