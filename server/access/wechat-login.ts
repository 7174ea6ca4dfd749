/**
 * WeChat's answer to "who is this": a code of `wx.login` for the person's openid (`code2Session`). The address carries
 * the secret and the answer a session key: neither is logged, kept or handed on.
 */
import * as v from 'valibot';
import type { WechatConfig } from '../wechat/wechat-config';

const TIMEOUT_MS = 5_000;
/** Invalid or expired (40029), used before (40163); asked too often with one code (45011); a person WeChat holds back. */
const CODE_ERRORS = new Set([40029, 40163, 45011, 40226]);

const AnswerSchema = v.union([
  v.object({ openid: v.pipe(v.string(), v.minLength(1), v.maxLength(128)) }),
  v.object({ errcode: v.number() }),
]);

export type Login =
  | { readonly ok: true; readonly openid: string }
  | { readonly ok: false; readonly code: 'wechat-code-invalid' | 'wechat-unavailable'; readonly errcode?: number };

const UNAVAILABLE: Login = { ok: false, code: 'wechat-unavailable' };

/** Never throws. A timeout, a page of a proxy's and WeChat's own trouble are all one: to be tried again later. */
export async function logInWithWechat(
  { appid, secret, apiBase }: WechatConfig,
  code: string,
  timeoutMs = TIMEOUT_MS,
): Promise<Login> {
  const query = new URLSearchParams({ appid, secret, js_code: code, grant_type: 'authorization_code' });
  try {
    const response = await fetch(`${apiBase}/sns/jscode2session?${query.toString()}`, {
      signal: AbortSignal.timeout(timeoutMs),
      redirect: 'error',
    });
    if (!response.ok) return UNAVAILABLE;
    // WeChat says `text/plain`.
    const answer = v.safeParse(AnswerSchema, JSON.parse(await response.text()));
    if (!answer.success) return UNAVAILABLE;
    if ('openid' in answer.output) return { ok: true, openid: answer.output.openid };
    const { errcode } = answer.output;
    return { ok: false, code: CODE_ERRORS.has(errcode) ? 'wechat-code-invalid' : 'wechat-unavailable', errcode };
  } catch {
    return UNAVAILABLE;
  }
}
