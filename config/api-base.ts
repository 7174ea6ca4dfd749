/** The server that `npm start` runs on this machine. */
const HERE = 'http://127.0.0.1:8080';

export type ApiBase = { readonly ok: true; readonly base: string } | { readonly ok: false; readonly why: string };

/** An address that WeChat can register: https, a domain name, nothing behind the host. `null`: not one. */
function releasableOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, hostname, host, pathname, search, hash, username } = new URL(address);
  const isBare = pathname === '/' && search === '' && hash === '' && username === '';
  const isDomain = /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z][a-z0-9-]*$/.test(hostname);
  return protocol === 'https:' && isBare && isDomain ? `https://${host}` : null;
}

/**
 * Where the mini-program finds its server, since it has no origin of its own. A release asks an https address, or WeChat
 * would let none of its requests out; only a build for this machine may ask another. Paths are appended, so no base ends
 * with a slash.
 */
export function apiBaseOfWeapp(address: string | undefined, isRelease: boolean): ApiBase {
  if (!isRelease) return { ok: true, base: (address ?? HERE).replace(/\/+$/, '') };
  const base = releasableOf(address ?? '');
  if (base !== null) return { ok: true, base };
  const now = address === undefined ? '没有设置 / not set' : address;
  return {
    ok: false,
    why:
      `TARO_APP_API_BASE 必须是 https 域名地址，例如 https://zhiliang.example.gov.cn（现在：${now}）；只在本机试用请运行 npm run build:weapp:local / ` +
      'must be https and a domain name; to try it on this machine run npm run build:weapp:local',
  };
}
