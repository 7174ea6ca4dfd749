/** Subscribe messages through WeChat's servers. */
import { errcodeOf, type WechatApi } from '../wechat/wechat-api';

/** Busy, or asked too often. */
const PASSING_ERRORS = new Set([-1, 45009]);

export interface OutgoingMessage {
  readonly openid: string;
  readonly templateId: string;
  readonly data: Readonly<Record<string, string>>;
}

/** `retry`: worth another try later. `dead`: WeChat will never take it. `error` is its code, or a word of ours. */
export type Delivery = { readonly state: 'sent' } | { readonly state: 'retry' | 'dead'; readonly error: string };

/** Where a tap on the message leads. */
const PAGE = 'packages/inbox/index';

export class WechatSender {
  constructor(private readonly api: WechatApi) {}

  /** Never throws. */
  async send({ openid, templateId, data }: OutgoingMessage): Promise<Delivery> {
    const answer = await this.api.ask('/cgi-bin/message/subscribe/send', {
      touser: openid,
      template_id: templateId,
      page: PAGE,
      data: Object.fromEntries(Object.entries(data).map(([field, value]) => [field, { value }])),
    });
    if (!answer.ok) return { state: 'retry', error: answer.error };
    const errcode = errcodeOf(answer.body);
    if (errcode === null) return { state: 'retry', error: 'garbage' };
    if (errcode === 0) return { state: 'sent' };
    return { state: PASSING_ERRORS.has(errcode) ? 'retry' : 'dead', error: String(errcode) };
  }
}
