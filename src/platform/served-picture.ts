/** A picture of our own server's, in the form in which a canvas takes one. Mini-program only. */
import Taro from '@tarojs/taro';

const TIMEOUT_MS = 10_000;
const JPEG = 0xff;

/**
 * As a `data:` address; `null` where none came, for whatever reason. Asked for like any other answer, since a download
 * would need a domain of its own at WeChat.
 */
export async function fetchPicture(path: string): Promise<string | null> {
  try {
    const { statusCode, data } = await Taro.request<ArrayBuffer>({
      url: API_BASE + path,
      timeout: TIMEOUT_MS,
      // Not to be read as JSON.
      dataType: 'other',
      responseType: 'arraybuffer',
    });
    if (statusCode !== 200 || data.byteLength === 0) return null;
    const type = new Uint8Array(data)[0] === JPEG ? 'jpeg' : 'png';
    return `data:image/${type};base64,${Taro.arrayBufferToBase64(data)}`;
  } catch {
    return null;
  }
}
