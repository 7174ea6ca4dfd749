import { pastedCoordinates } from './pasted-coordinates';

test.each<[string, ReturnType<typeof pastedCoordinates>]>([
  ['29.652,91.132', { latitude: '29.652', longitude: '91.132' }],
  ['91.132,29.652', { latitude: '29.652', longitude: '91.132' }],
  ['２９.６５２，９１.１３２', { latitude: '29.652', longitude: '91.132' }],
  ['北纬29.652°，东经91.132°', { latitude: '29.652', longitude: '91.132' }],
  ['29.652', null],
  ['29.', null],
  ['', null],
  ['金珠西路', null],
  ['1,2,3', null],
])('“%s”: %j', (text, expected) => {
  expect(pastedCoordinates(text)).toEqual(expected);
});
