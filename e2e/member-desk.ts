/** A member of the sample's top organisation, by the real API, as the console would ask. */
import * as v from 'valibot';
import { bindingLink } from '../domain/organisation/binding-link';
import { StaffMeSchema, PairingSchema } from '../domain/organisation/member';
import type { WirePublishBody } from '../domain/event/event';
import type { AppDriver, EngineDriver } from '../mini-program-host/driver';
import type { TestServer } from './test-server';

export interface MemberDesk {
  readonly org: string;
  ask(method: string, path: string, body?: unknown): Promise<unknown>;
  /** Makes an event of the organisation's, and publishes it. */
  publish(id: string, body: WirePublishBody): Promise<void>;
  /** What the console shows to bind a phone. */
  offerPhone(): Promise<{ readonly code: string; readonly number: string }>;
}

export const PASSWORD = 'yak butter lamp 4';

/** Takes up the invitation that a trial prints: once for each server. */
export async function openMemberDesk({
  origin,
  consoleLink,
}: Pick<TestServer, 'origin' | 'consoleLink'>): Promise<MemberDesk> {
  let cookie = '';
  const ask: MemberDesk['ask'] = async (method, path, body) => {
    const answer = await fetch(`${origin}/api/v1/${path}`, {
      method,
      headers: { origin, cookie, ...(body !== undefined && { 'content-type': 'application/json' }) },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    return text === '' ? null : (JSON.parse(text) as unknown);
  };
  const token = consoleLink().split('/').pop() ?? '';
  await ask('POST', `invitations/${token}/accept`, { name: '丹增', login: 'field-desk', password: PASSWORD });
  const { organisations } = v.parse(StaffMeSchema, await ask('GET', 'staff/me'));
  const org = organisations[0]?.id ?? '';
  return {
    org,
    ask,
    publish: async (id, body) => {
      await ask('POST', `organisations/${org}/events`, { id, ...body });
      await ask('POST', `organisations/${org}/events/${id}/publish`);
    },
    offerPhone: async () => v.parse(PairingSchema, await ask('POST', 'staff/phones')),
  };
}

/** Binds the phone: the browser opens the link in the QR, the mini-program scans it. */
export async function bindPhone(on: AppDriver, desk: MemberDesk, origin: string): Promise<void> {
  const { code, number } = await desk.offerPhone();
  if (on.target === 'weapp') {
    await on.switchTab('我的');
    await on.tap('工作人员入口');
    await (on as EngineDriver).answer('scanCode', { result: bindingLink(origin, code) });
    await on.tap('扫描二维码');
  } else await on.restart({ path: `packages/field/index?bind=${code}` });
  await on.waitText('请核对后再绑定');
  await on.fill('电脑屏幕上的 4 位数字', number);
  await on.tap('确认绑定');
  await on.waitText('接下来');
}
