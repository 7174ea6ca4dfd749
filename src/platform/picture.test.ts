import { openAlbumSetting, savePicture, sendPicture } from './picture';
import { phone } from '../testing/fake-taro';

const FILE = { kind: 'file', path: 'tmp/card.png' } as const;

beforeEach(() => {
  phone.reset();
});

describe('in the mini-program', () => {
  test('a picture goes into the album', async () => {
    await expect(savePicture(FILE, 'card.png')).resolves.toBe('saved');
    expect(phone.acts).toEqual(['saveImageToPhotosAlbum tmp/card.png']);
  });

  test.each([
    ['auth deny', 'denied'],
    ['saveImageToPhotosAlbum:fail auth denied', 'denied'],
    ['saveImageToPhotosAlbum:fail privacy permission is not authorized', 'denied'],
    ['saveImageToPhotosAlbum:fail cancel', 'cancelled'],
    ['saveImageToPhotosAlbum:fail no space left on device', 'failed'],
  ])('“%s” is %s', async (says, outcome) => {
    phone.albumSays = says;
    await expect(savePicture(FILE, 'card.png')).resolves.toBe(outcome);
  });

  test('the way back leads through the settings', async () => {
    await expect(openAlbumSetting()).resolves.toBe(true);
    phone.albumOpened = false;
    await expect(openAlbumSetting()).resolves.toBe(false);
    phone.refusing = true;
    await expect(openAlbumSetting()).resolves.toBe(false);
  });
});

describe('in the browser', () => {
  const blob = new Blob(['png'], { type: 'image/png' });
  const browse = (navigator: object): void => {
    Object.defineProperty(globalThis, 'navigator', { value: navigator, configurable: true });
  };

  test('WeChat’s own cannot download: the picture is to be held', async () => {
    browse({ userAgent: 'Mozilla/5.0 MicroMessenger/8.0.50' });
    await expect(savePicture({ kind: 'blob', blob }, 'card.png')).resolves.toBe('hold');
  });

  test('the system’s sheet gets the picture as a file', async () => {
    const shared: { files?: File[]; title?: string }[] = [];
    browse({
      canShare: () => true,
      share: (data: { files?: File[]; title?: string }) => {
        shared.push(data);
        return Promise.resolve();
      },
    });
    await expect(sendPicture(blob, 'card.png', '质量发展 利民惠民')).resolves.toBe('sent');
    expect(shared[0]?.files?.[0]?.name).toBe('card.png');
    expect(shared[0]?.title).toBe('质量发展 利民惠民');
  });

  test.each([
    ['a browser without sharing', {}, 'unable'],
    ['one that takes no files', { canShare: () => false }, 'unable'],
    [
      'a sheet that the person closed',
      { canShare: () => true, share: () => Promise.reject(Object.assign(new Error(), { name: 'AbortError' })) },
      'cancelled',
    ],
    [
      'a sheet that is open already',
      { canShare: () => true, share: () => Promise.reject(Object.assign(new Error(), { name: 'InvalidStateError' })) },
      'cancelled',
    ],
    ['a sheet that does not open', { canShare: () => true, share: () => Promise.reject(new Error('no')) }, 'unable'],
  ] satisfies [string, object, string][])('%s', async (_, navigator, outcome) => {
    browse(navigator);
    await expect(sendPicture(blob, 'card.png', 't')).resolves.toBe(outcome);
  });
});
