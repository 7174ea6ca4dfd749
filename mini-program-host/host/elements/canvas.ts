import { shadow, WxElement } from './base';
import { resolveSource } from './image';

const style = `
:host { display: block; position: relative; width: 300px; height: 150px; }
canvas { position: absolute; inset: 0; width: 100%; height: 100%; }`;

/** Gives a browser's canvas what WeChat's canvas node has besides. */
export function equipCanvas(canvas: HTMLCanvasElement, resolve: (source: string) => string): HTMLCanvasElement {
  return Object.assign(canvas, {
    createImage: () => {
      const image = new Image();
      const source = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src');
      return Object.defineProperty(image, 'src', {
        get: () => source?.get?.call(image) as unknown,
        set: (value: string) => {
          source?.set?.call(image, resolve(resolveSource(value, '')));
        },
      });
    },
    createPath2D: (path?: Path2D | string) => new Path2D(path),
    requestAnimationFrame: (callback: FrameRequestCallback) => window.requestAnimationFrame(callback),
    cancelAnimationFrame: (id: number) => {
      window.cancelAnimationFrame(id);
    },
  });
}

/** Only the 2d type is supported: the old canvas of contexts by id has been dead in WeChat for years. */
export class WxCanvas extends WxElement {
  private readonly canvas = document.createElement('canvas');
  private equipped = false;

  constructor() {
    super();
    shadow(this, style, this.canvas);
  }

  node(resolve: (source: string) => string): HTMLCanvasElement {
    if (!this.equipped) equipCanvas(this.canvas, resolve);
    this.equipped = true;
    return this.canvas;
  }
}
