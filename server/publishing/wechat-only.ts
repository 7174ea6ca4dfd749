/** 微信账号报名 can be asked for only where the server knows a mini-program: elsewhere nobody could sign up. */
import type { FieldError } from '../../domain/problem/field-error';

interface Asked {
  readonly signUp?: { readonly wechatOnly?: true | undefined } | null | undefined;
}

/** What is wrong with the body for that; empty if nothing is. */
export function findWechatFaults({ signUp }: Asked, isWechatOn: boolean): FieldError[] {
  return signUp?.wechatOnly === true && !isWechatOn ? [{ path: 'signUp.wechatOnly', code: 'wechat-off' }] : [];
}
