/** The mini-program that this server belongs to. */
export interface WechatConfig {
  readonly appid: string;
  readonly secret: string;
  readonly apiBase: string;
}
