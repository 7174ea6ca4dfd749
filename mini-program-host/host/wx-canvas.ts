import { Refusal, type ApiMaker, type ApiResult, type ApiTable, type Fields } from './api';
import { equipCanvas } from './elements/canvas';
import { resolveSource } from './elements/image';
import type { Dialogs } from './dialogs';
import type { Files } from './files';
import type { PageStack } from './page-stack';

const number = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise);

/** A part of a canvas, in another size if wished, as a temporary picture. */
async function toTemporary(options: Fields, files: Files): Promise<ApiResult> {
  const { canvas } = options;
  if (!(canvas instanceof HTMLCanvasElement))
    return new Refusal('canvas is empty: pass the node of a canvas of type 2d');
  const style = { width: canvas.clientWidth || canvas.width, height: canvas.clientHeight || canvas.height };
  const x = number(options.x, 0);
  const y = number(options.y, 0);
  const width = number(options.width, style.width - x);
  const height = number(options.height, style.height - y);
  const scale = canvas.width / style.width;
  const target = document.createElement('canvas');
  target.width = number(options.destWidth, width * window.devicePixelRatio);
  target.height = number(options.destHeight, height * window.devicePixelRatio);
  const context = target.getContext('2d');
  if (!context) return new Refusal('create bitmap failed');
  const type = options.fileType === 'jpg' ? 'jpg' : 'png';
  if (type === 'jpg') {
    context.fillStyle = '#000';
    context.fillRect(0, 0, target.width, target.height);
  }
  context.drawImage(canvas, x * scale, y * scale, width * scale, height * scale, 0, 0, target.width, target.height);
  const blob = await new Promise<Blob | null>((resolve) => {
    target.toBlob(resolve, type === 'jpg' ? 'image/jpeg' : 'image/png', number(options.quality, 1));
  });
  return blob ? { tempFilePath: await files.addTemporary(blob, type) } : new Refusal('create bitmap failed');
}

export function canvasApis(make: ApiMaker, files: Files, dialogs: Dialogs, pages: PageStack): ApiTable {
  const address = (source: unknown): string => files.resolve(resolveSource(String(source), pages.top?.route ?? ''));
  return {
    canvasToTempFilePath: make.async('canvasToTempFilePath', (options) => toTemporary(options, files)),
    createOffscreenCanvas: make.sync('createOffscreenCanvas', (options: Fields | undefined) => {
      const canvas = document.createElement('canvas');
      canvas.width = number(options?.width, 300);
      canvas.height = number(options?.height, 150);
      return equipCanvas(canvas, (source) => files.resolve(source));
    }),
    getImageInfo: make.async('getImageInfo', async ({ src }) => {
      const image = new Image();
      image.src = address(src);
      try {
        await image.decode();
      } catch {
        return new Refusal('download image fail. reason: file does not exist');
      }
      return { width: image.naturalWidth, height: image.naturalHeight, path: src, orientation: 'up', type: 'png' };
    }),
    saveImageToPhotosAlbum: make.async('saveImageToPhotosAlbum', async ({ filePath }) =>
      (await files.saveToAlbum(String(filePath))) ? undefined : new Refusal('no such file or directory'),
    ),
    previewImage: make.async('previewImage', ({ urls, current }) => {
      const image = document.createElement('img');
      image.className = 'e-preview';
      image.src = address(current ?? (Array.isArray(urls) ? urls[0] : ''));
      void dialogs.showSheet('预览图片', image, [{ caption: '关闭', result: undefined }]);
      return undefined;
    }),
  };
}
