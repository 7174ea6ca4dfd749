import { fitPicture } from './fit-picture';

const LARGE = 2 * 1024 * 1024 + 1;
const fileOf = (type: string, size = 10): File => new File([new Uint8Array(size)], 'a', { type });

let drawn: [width: number, height: number][] = [];
beforeEach(() => {
  drawn = [];
  const bitmap = { width: 4000, height: 1000, close: () => undefined };
  globalThis.createImageBitmap = () => Promise.resolve(bitmap);
  const context = {
    fillRect: () => undefined,
    drawImage: (_: unknown, left: number, top: number, width: number, height: number) => {
      drawn.push([width - left, height - top]);
    },
  };
  HTMLCanvasElement.prototype.getContext = (() => context) as never;
  HTMLCanvasElement.prototype.toBlob = (done, type) => {
    done(new Blob(['drawn'], { type: type ?? '' }));
  };
});

test.each([
  ['a small JPEG stays as it is', fileOf('image/jpeg'), 'image/jpeg', []],
  ['a small PNG, too', fileOf('image/png'), 'image/png', []],
  [
    'a phone’s photograph is drawn anew, no larger than a page shows',
    fileOf('image/jpeg', LARGE),
    'image/jpeg',
    [[2000, 500]],
  ],
  ['a WebP becomes a JPEG, which Word shows', fileOf('image/webp'), 'image/jpeg', [[2000, 500]]],
])('%s', async (_, file, type, sizes) => {
  const fitted = await fitPicture(file);
  expect([fitted.type, drawn]).toEqual([type, sizes]);
  expect(fitted === file).toBe(sizes.length === 0);
});

test('what the browser cannot draw goes as it is, and the server says what is wrong with it', async () => {
  globalThis.createImageBitmap = () => Promise.reject(new Error('no picture'));
  const file = fileOf('image/webp');
  expect(await fitPicture(file)).toBe(file);
});
