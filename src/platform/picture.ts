/** What a person does with a drawn picture: keep it, or send it on. */
import Taro from '@tarojs/taro';
import type { Picture } from './canvas';
import { errorMessage } from './refusal';

/**
 * `denied`: the album is closed to the app until the person opens it in the settings. `hold`: the browser (WeChat's own)
 * cannot download; the picture must be shown, to be held and saved by hand.
 */
export type Saved = 'saved' | 'downloaded' | 'hold' | 'denied' | 'cancelled' | 'failed';

function outcomeOf(error: unknown): Saved {
  const said = errorMessage(error);
  if (/cancel/i.test(said)) return 'cancelled';
  return /auth|privacy/i.test(said) ? 'denied' : 'failed';
}

export const inWeChat = (): boolean => /MicroMessenger/i.test(navigator.userAgent);

export function download(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Some browsers read the address only after the click has returned.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 60_000);
}

/** Into the album; in the browser, a download. `name`: the file's, with its ending. */
export async function savePicture(picture: Picture, name: string): Promise<Saved> {
  if (picture.kind === 'blob') {
    if (inWeChat()) return 'hold';
    download(picture.blob, name);
    return 'downloaded';
  }
  try {
    await Taro.saveImageToPhotosAlbum({ filePath: picture.path });
    return 'saved';
  } catch (error) {
    return outcomeOf(error);
  }
}

/** From a tap: WeChat's settings of this app. Whether the album is open afterwards. */
export async function openAlbumSetting(): Promise<boolean> {
  try {
    const { authSetting } = await Taro.openSetting();
    return authSetting['scope.writePhotosAlbum'] === true;
  } catch {
    return false;
  }
}

export type Sent = 'sent' | 'cancelled' | 'unable';

/** Browser only, from a tap: the system's own sheet with the picture in it. `unable`: there is none that takes pictures. */
export async function sendPicture(blob: Blob, name: string, title: string): Promise<Sent> {
  const files = [new File([blob], name, { type: blob.type })];
  if (typeof navigator.canShare !== 'function' || !navigator.canShare({ files })) return 'unable';
  try {
    await navigator.share({ files, title });
    return 'sent';
  } catch (error) {
    // The person closed the sheet, or it is still open from the tap before.
    const closed = error instanceof Error && ['AbortError', 'InvalidStateError'].includes(error.name);
    return closed ? 'cancelled' : 'unable';
  }
}
