/** What is asked of WeChat in the mini-program's own name. The access token is kept in memory and never logged. */
import * as v from 'valibot';
import type { WechatConfig } from './wechat-config';

const TIMEOUT_MS = 5_000;
/** An access token is given up so long before its end. */
const MARGIN_MS = 300_000;
/** WeChat's error codes: the token is no longer valid. */
const TOKEN_ERRORS = new Set([40001, 40014, 42001]);

/** `error`: a word of ours; what WeChat itself refuses is in the body. */
export type WechatAnswer =
  | { readonly ok: true; readonly body: Buffer }
  | { readonly ok: false; readonly error: 'token' | 'no-token' | 'garbage' | 'unreachable' };

const TokenSchema = v.object({ access_token: v.string(), expires_in: v.number() });
const ResultSchema = v.object({ errcode: v.number() });

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString()) as unknown;
  } catch {
    return null;
  }
}

/** WeChat's verdict, 0 where all went well; `null` where the answer carries none. */
export function errcodeOf(body: Buffer): number | null {
  const result = v.safeParse(ResultSchema, parseJson(body));
  return result.success ? result.output.errcode : null;
}

export class WechatApi {
  private token: { readonly text: string; readonly until: number } | null = null;

  constructor(
    private readonly config: WechatConfig,
    private readonly now: () => number,
    private readonly timeoutMs = TIMEOUT_MS,
  ) {}

  /** Never throws. A token that WeChat no longer takes is replaced once. */
  async ask(path: string, body: unknown): Promise<WechatAnswer> {
    const first = await this.tryAsk(path, body);
    return first.ok || first.error !== 'token' ? first : this.tryAsk(path, body);
  }

  private async tryAsk(path: string, body: unknown): Promise<WechatAnswer> {
    try {
      const token = await this.accessToken();
      if (token === null) return { ok: false, error: 'no-token' };
      const answer = await this.post(`${path}?access_token=${encodeURIComponent(token)}`, body);
      if (answer === null) return { ok: false, error: 'garbage' };
      if (!TOKEN_ERRORS.has(errcodeOf(answer) ?? 0)) return { ok: true, body: answer };
      // Unless somebody else has replaced it meanwhile.
      if (this.token?.text === token) this.token = null;
      return { ok: false, error: 'token' };
    } catch {
      return { ok: false, error: 'unreachable' };
    }
  }

  private async accessToken(): Promise<string | null> {
    if (this.token !== null && this.token.until > this.now()) return this.token.text;
    const { appid, secret } = this.config;
    const body = await this.post('/cgi-bin/stable_token', { grant_type: 'client_credential', appid, secret });
    const answer = v.safeParse(TokenSchema, body && parseJson(body));
    if (!answer.success) return null;
    const { access_token: text, expires_in: seconds } = answer.output;
    this.token = { text, until: this.now() + seconds * 1000 - MARGIN_MS };
    return text;
  }

  private async post(path: string, body: unknown): Promise<Buffer | null> {
    const response = await fetch(`${this.config.apiBase}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(this.timeoutMs),
      redirect: 'error',
    });
    return response.ok ? Buffer.from(await response.arrayBuffer()) : null;
  }
}
