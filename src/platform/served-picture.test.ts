import { fetchPicture } from './served-picture';
import Taro from '../testing/fake-taro';

const PATH = '/api/v1/mini-program-code';
const bytesOf = (...bytes: number[]): ArrayBuffer => new Uint8Array(bytes).buffer;

function answer(response: Promise<unknown>): void {
  jest.spyOn(Taro, 'request').mockImplementation(() => Object.assign(response, { abort: () => undefined }));
}

// The phone's own; nothing else in memory needs it.
Object.assign(Taro, { arrayBufferToBase64: (bytes: ArrayBuffer) => Buffer.from(bytes).toString('base64') });

afterEach(() => {
  jest.restoreAllMocks();
});

test.each([
  ['PNG', bytesOf(0x89, 0x50), 'data:image/png;base64,iVA='],
  ['JPEG', bytesOf(0xff, 0xd8), 'data:image/jpeg;base64,/9g='],
])('a %s comes as an address that a canvas takes', async (_name, data, address) => {
  answer(Promise.resolve({ statusCode: 200, data }));
  await expect(fetchPicture(PATH)).resolves.toBe(address);
});

test.each([
  ['a refusal', () => Promise.resolve({ statusCode: 503, data: bytesOf(0x7b) })],
  ['nothing', () => Promise.resolve({ statusCode: 200, data: bytesOf() })],
  ['no network', () => Promise.reject(Object.assign(new Error(), { errMsg: 'request:fail' }))],
])('%s is no picture', async (_name, response) => {
  answer(response());
  await expect(fetchPicture(PATH)).resolves.toBeNull();
});
