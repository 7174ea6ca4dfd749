/** The server that `npm start` runs on this machine. */
const HERE = 'http://127.0.0.1:8080';

export type ApiBase = { readonly ok: true; readonly base: string } | { readonly ok: false; readonly why: string };

/**
 * Where the mini-program finds its server, since it has no origin of its own. A release asks an https address, or WeChat
 * would let none of its requests out; only a build for this machine may ask another.
 */
export function apiBaseOfWeapp(address: string | undefined, isRelease: boolean): ApiBase {
  if (!isRelease) return { ok: true, base: address ?? HERE };
  if (address?.startsWith('https://') === true) return { ok: true, base: address };
  const now = address === undefined ? '没有设置 / not set' : address;
  return {
    ok: false,
    why:
      `TARO_APP_API_BASE 必须是 https 地址（现在：${now}）；只在本机试用请运行 npm run build:weapp:local / ` +
      'must be an https address; to try it on this machine run npm run build:weapp:local',
  };
}
