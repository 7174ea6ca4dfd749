/** Stands in for WeChat's servers: login codes that work once, tokens, subscribe messages, and mini-program codes. */
import { createServer } from 'node:http';
import type { WechatConfig } from '../wechat/wechat-config';
import { drawCode } from './code-picture';

export interface SentMessage {
  readonly touser: string;
  readonly template_id: string;
  readonly page?: string;
  readonly data: Readonly<Record<string, { readonly value: string }>>;
}

export interface FakeWechat {
  readonly config: WechatConfig;
  /** The same as settings for a server process. */
  readonly environment: Readonly<Record<string, string>>;
  /** Codes that it will take, and whose they are. */
  readonly codes: Map<string, string>;
  /** What it does instead of answering the next requests: an error code of WeChat's, a page of a proxy's, or nothing. */
  readonly instead: (number | 'page' | 'silence')[];
  readonly sent: SentMessage[];
  /** What mini-program codes were asked for, in order. */
  readonly scenes: string[];
  /** Access tokens given out; the last one holds. */
  readonly tokens: string[];
  readonly close: () => Promise<void>;
}

const APPID = 'wx0123456789abcdef';
const SECRET = 'the-secret-of-the-stand-in';
/** What WeChat lets a code carry. */
const SCENE = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/;

export async function startFakeWechat(): Promise<FakeWechat> {
  const codes = new Map<string, string>();
  const used = new Set<string>();
  const instead: (number | 'page' | 'silence')[] = [];
  const sent: SentMessage[] = [];
  const scenes: string[] = [];
  const tokens: string[] = [];

  const answer = (path: string, query: URLSearchParams, body: string): unknown => {
    if (path === '/cgi-bin/stable_token') {
      const token = `access-token-${tokens.length + 1}`;
      tokens.push(token);
      return { access_token: token, expires_in: 7200 };
    }
    if (path === '/cgi-bin/message/subscribe/send') {
      if (query.get('access_token') !== tokens.at(-1)) return { errcode: 42001, errmsg: 'access_token expired' };
      sent.push(JSON.parse(body) as SentMessage);
      return { errcode: 0, errmsg: 'ok' };
    }
    if (path === '/wxa/getwxacodeunlimit') {
      if (query.get('access_token') !== tokens.at(-1)) return { errcode: 40001, errmsg: 'invalid credential' };
      const { scene = '', page } = JSON.parse(body) as { readonly scene?: string; readonly page?: string };
      if (!SCENE.test(scene) || page !== 'packages/slogans/index') return { errcode: 40169, errmsg: 'invalid scene' };
      scenes.push(scene);
      return drawCode(scene);
    }
    if (query.get('appid') !== APPID || query.get('secret') !== SECRET) return { errcode: 40013 };
    const code = query.get('js_code') ?? '';
    const openid = codes.get(code);
    if (openid === undefined) return { errcode: 40029, errmsg: 'invalid code' };
    if (used.has(code)) return { errcode: 40163, errmsg: 'code been used' };
    used.add(code);
    return { openid, session_key: 'a-session-key' };
  };

  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://wechat');
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const trouble = instead.shift();
      if (trouble === 'silence') return;
      if (trouble === 'page') response.writeHead(502).end('<html>Bad Gateway</html>');
      else {
        const said = trouble === undefined ? answer(pathname, searchParams, body) : { errcode: trouble };
        const isPicture = Buffer.isBuffer(said);
        response
          .writeHead(200, { 'content-type': isPicture ? 'image/png' : 'text/plain' })
          .end(isPicture ? said : JSON.stringify(said));
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  const apiBase = `http://127.0.0.1:${port}`;
  return {
    config: { appid: APPID, secret: SECRET, apiBase },
    environment: { WECHAT_APPID: APPID, WECHAT_SECRET: SECRET, WECHAT_API_BASE: apiBase },
    codes,
    instead,
    sent,
    scenes,
    tokens,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}
