/** A canvas to draw on, the same for both targets: WeChat's `type="2d"` node, the browser's own element. */
import Taro from '@tarojs/taro';
import { errorMessage } from './refusal';

/** Pixels. */
export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

export interface DrawingSurface {
  readonly context: CanvasRenderingContext2D;
  /** Changes the number of pixels, which wipes the board. */
  readonly resize: (size: PixelSize) => void;
  /** A picture at a `data:` address, to be drawn on this board; `null` where it is none. */
  readonly load: (address: string) => Promise<CanvasImageSource | null>;
  /** What is on it now, as a PNG; `null` where the phone cannot make one. */
  readonly picture: () => Promise<Picture | null>;
}

/** A drawn picture, in the form in which the target can hand it on. */
export type Picture = { readonly kind: 'file'; readonly path: string } | { readonly kind: 'blob'; readonly blob: Blob };

/** What both kinds of canvas have in common. */
interface CanvasNode {
  width: number;
  height: number;
  getContext: (type: '2d') => CanvasRenderingContext2D | null;
  /** WeChat's only: there a picture belongs to its canvas. */
  createImage?: () => HTMLImageElement;
}

const isCanvas = (node: unknown): node is CanvasNode =>
  node !== null && typeof node === 'object' && 'getContext' in node && typeof node.getContext === 'function';

async function fileOf(node: CanvasNode): Promise<Picture | null> {
  const { width, height } = node;
  try {
    // `canvas` takes the node itself; Taro's types know only the component's properties.
    const options: Taro.canvasToTempFilePath.Option = {
      canvas: node as unknown as NonNullable<Taro.canvasToTempFilePath.Option['canvas']>,
      canvasId: '',
      destWidth: width,
      destHeight: height,
      fileType: 'png',
    };
    const { tempFilePath } = await Taro.canvasToTempFilePath(options);
    return { kind: 'file', path: tempFilePath };
  } catch (error) {
    console.warn(`no picture of the canvas: ${errorMessage(error)}`);
    return null;
  }
}

function blobOf(canvas: HTMLCanvasElement): Promise<Picture | null> {
  return new Promise((resolve) => {
    canvas.toBlob((blob) => {
      resolve(blob === null ? null : { kind: 'blob', blob });
    }, 'image/png');
  });
}

function loadOn(node: CanvasNode, address: string): Promise<CanvasImageSource | null> {
  return new Promise((resolve) => {
    const image = node.createImage?.() ?? new Image();
    image.onload = () => {
      resolve(image);
    };
    image.onerror = () => {
      resolve(null);
    };
    image.src = address;
  });
}

function boardOf(node: CanvasNode): DrawingSurface | null {
  const context = node.getContext('2d');
  if (context === null) return null;
  return {
    context,
    resize: ({ width, height }) => {
      node.width = width;
      node.height = height;
    },
    load: (address) => loadOn(node, address),
    picture: () => (process.env.TARO_ENV === 'h5' ? blobOf(context.canvas) : fileOf(node)),
  };
}

/** What is on the page is to be read before a slow phone begins to draw. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });
}

async function browserBoard(id: string): Promise<DrawingSurface | null> {
  await painted();
  const place = document.getElementById(id);
  if (place === null) return null;
  let canvas = place.querySelector('canvas');
  if (canvas === null) {
    canvas = document.createElement('canvas');
    canvas.style.cssText = 'display:block;width:100%;height:100%';
    place.append(canvas);
  }
  return boardOf(canvas);
}

function nodeBoard(id: string): Promise<DrawingSurface | null> {
  return new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .fields({ node: true })
      .exec((found: readonly ({ readonly node?: unknown } | null)[]) => {
        const node = found[0]?.node;
        resolve(isCanvas(node) ? boardOf(node) : null);
      });
  });
}

/** The board at `<DrawingArea id>` (src/ui/drawing-area.tsx) of the open page; `null` where there is none. */
export function openBoard(id: string): Promise<DrawingSurface | null> {
  return process.env.TARO_ENV === 'h5' ? browserBoard(id) : nodeBoard(id);
}

/** A board that nobody sees. */
export function hiddenBoard(size: PixelSize): DrawingSurface | null {
  const node: unknown =
    process.env.TARO_ENV === 'h5'
      ? Object.assign(document.createElement('canvas'), size)
      : Taro.createOffscreenCanvas({ type: '2d', ...size });
  return isCanvas(node) ? boardOf(node) : null;
}
