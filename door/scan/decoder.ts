/** One way to read a code from the camera: the browser's own where it has one, else zxing, fetched when it is needed. */
import engine from 'zxing-wasm/reader/zxing_reader.wasm?url';

export type Decoder = (video: HTMLVideoElement) => Promise<string | null>;

interface NativeDetector {
  readonly detect: (source: HTMLVideoElement) => Promise<readonly { readonly rawValue: string }[]>;
}
interface NativeDetectorClass {
  new (options: { readonly formats: readonly string[] }): NativeDetector;
  getSupportedFormats(): Promise<readonly string[]>;
}
declare global {
  interface Window {
    readonly BarcodeDetector?: NativeDetectorClass;
  }
}

/** Longer sides are scaled down: the code fills the frame, and more pixels only cost time. */
const LONGEST_SIDE = 960;

async function nativeDecoder(): Promise<Decoder | null> {
  const { BarcodeDetector } = window;
  if (BarcodeDetector === undefined) return null;
  const formats = await BarcodeDetector.getSupportedFormats().catch((): readonly string[] => []);
  if (!formats.includes('qr_code')) return null;
  const detector = new BarcodeDetector({ formats: ['qr_code'] });
  return async (video) => (await detector.detect(video))[0]?.rawValue ?? null;
}

async function zxingDecoder(): Promise<Decoder> {
  const { prepareReader, readCode } = await import('./zxing');
  prepareReader({ address: engine });
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return async (video) => {
    const scale = Math.min(1, LONGEST_SIDE / Math.max(video.videoWidth, video.videoHeight));
    canvas.width = Math.round(video.videoWidth * scale);
    canvas.height = Math.round(video.videoHeight * scale);
    if (context === null || canvas.width === 0 || canvas.height === 0) return null;
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    return readCode(context.getImageData(0, 0, canvas.width, canvas.height));
  };
}

export async function openDecoder(): Promise<Decoder> {
  return (await nativeDecoder()) ?? zxingDecoder();
}
