/** Good bodies of every writing route, for the fuzz test to spoil. */
import { randomUUID } from 'node:crypto';
import { TOTP } from 'otpauth';
import { SIGN_UP_FORMS } from '../../domain/event/event';
import { COLUMNS } from '../../domain/event-import/columns';
import { bodyOf, OPEN, SIGN_UP } from './content';
import { FILLED } from './forms';
import type { FuzzBody } from './fuzz-bodies';
import { itemsFile, NEXT_CAMPAIGN } from './next-campaign';
import type { Route } from './routes';
import { PASSWORD, type StaffClient } from './staff';

/** What bodies name of the fixture; made anew before each good one. */
export interface NamedByBodies {
  staff: StaffClient;
  /** Of a second factor, base32. */
  secret: string;
  pairing: { readonly code: string; readonly number: string };
  /** What a superior saw of the summary below. */
  handedIn: { readonly version: number; readonly hash: string; readonly of: string };
  pairingCode: string;
}

export type GoodBodies = Readonly<Record<string, () => readonly unknown[]>>;

export const WINDOW = { from: '2026-09-01T00:00:00+08:00', to: '2026-09-11T00:00:00+08:00' };
const SCAN = { event: 'held', at: '2026-09-02T08:00:00+08:00', offline: true };
export const SCANS = {
  enter: { ...SCAN, id: randomUUID(), kind: 'enter', seats: 1, ticket: 'ABCDEFGHJK' },
  manual: { ...SCAN, id: randomUUID(), kind: 'manual', seats: 2, signUpId: randomUUID() },
  walkIn: { ...SCAN, id: randomUUID(), kind: 'walk-in', seats: 3 },
  paper: { ...SCAN, id: randomUUID(), kind: 'paper', seats: 0 },
  undo: { ...SCAN, id: randomUUID(), kind: 'undo', undoes: randomUUID() },
};

const CASE = { title: '开放日', body: '', paragraph: '测试〔2026〕1号 一', events: [], visibility: 'public' };

const codeOf = (base32: string): string =>
  base32 === '' ? '000000' : new TOTP({ secret: base32, period: 30 }).generate({ timestamp: OPEN });

/** `[undefined]` where no body is read. A writing route must stand here. */
export const goodBodies = (named: NamedByBodies): GoodBodies => ({
  'POST /api/v1/sessions': () => [{ kind: 'device' }, { kind: 'wechat', code: 'code' }],
  'DELETE /api/v1/sessions/current': () => [undefined],
  'POST /api/v1/sign-ups': () =>
    SIGN_UP_FORMS.map((kind) => ({ id: randomUUID(), eventId: kind, consent: '1', form: FILLED[kind] })),
  'PATCH /api/v1/sign-ups/:id': () => [{ consent: '1', form: { ...FILLED.visit, partySize: 1 } }],
  // The same as PATCH, which `wx.request` does not have.
  'POST /api/v1/sign-ups/:id': () => [{ consent: '1', form: { ...FILLED.visit, partySize: 1 } }],
  'POST /api/v1/sign-ups/:id/cancel': () => [undefined],
  'POST /api/v1/inbox/read': () => [{ upTo: 0 }],
  'POST /api/v1/messages/grants': () => [{ templates: ['news'] }],
  'DELETE /api/v1/me': () => [undefined],
  'PUT /api/v1/events/:id': () => [bodyOf({ signUp: SIGN_UP }), bodyOf()],
  'POST /api/v1/events/:id/cancel': () => [{ reason: '大雪封路' }],
  'DELETE /api/v1/events/:id': () => [undefined],
  'POST /api/v1/staff/sessions': () => [{ login: named.staff.login, password: PASSWORD }],
  'DELETE /api/v1/staff/sessions/current': () => [undefined],
  'POST /api/v1/staff/proof': () => [{ password: PASSWORD }],
  'DELETE /api/v1/staff/sessions/:id': () => [undefined],
  'PUT /api/v1/staff/password': () => [{ password: PASSWORD, next: 'snow on the pass 9' }],
  'POST /api/v1/staff/second-factor': () => [undefined],
  'POST /api/v1/staff/second-factor/confirm': () => [{ code: codeOf(named.secret) }],
  'DELETE /api/v1/staff/second-factor': () => [undefined],
  'POST /api/v1/staff/phones': () => [undefined],
  'DELETE /api/v1/staff/phones/:id': () => [undefined],
  'POST /api/v1/invitations/:token/accept': () => [
    { name: '次仁', login: `m-${randomUUID().slice(0, 8)}`, password: PASSWORD },
  ],
  'POST /api/v1/password-resets/:token': () => [{ password: 'snow on the pass 9' }],
  'POST /api/v1/phone-bindings/offer': () => [{ code: named.pairing.code }],
  'POST /api/v1/phone-bindings': () => [{ ...named.pairing, name: '手机' }],
  'POST /api/v1/organisations/:org/organisations': () => [{ name: '检测所', region: '540102' }],
  'PATCH /api/v1/organisations/:org/settings': () => [{ approval: 'first' }],
  'PATCH /api/v1/organisations/:org/members/:id': () => [{ role: 'editor' }, { role: 'door', events: ['e'] }],
  'DELETE /api/v1/organisations/:org/members/:id': () => [undefined],
  'POST /api/v1/organisations/:org/members/:id/reset': () => [undefined],
  'POST /api/v1/organisations/:org/invitations': () => [{ role: 'editor' }, { role: 'door', events: ['e'] }],
  'DELETE /api/v1/organisations/:org/invitations/:id': () => [undefined],
  'POST /api/v1/organisations/:org/tokens': () => [{ name: '门户', scopes: ['publish', 'read'] }],
  'DELETE /api/v1/organisations/:org/tokens/:id': () => [undefined],
  'POST /api/v1/organisations/:org/events': () => [{ id: `draft-${randomUUID()}`, ...bodyOf({ signUp: SIGN_UP }) }],
  'PUT /api/v1/organisations/:org/events/:id': () => [bodyOf({ signUp: SIGN_UP, title: '改了' })],
  'DELETE /api/v1/organisations/:org/events/:id': () => [undefined],
  'POST /api/v1/organisations/:org/events/:id/publish': () => [undefined],
  'POST /api/v1/organisations/:org/events/:id/submit': () => [undefined],
  'POST /api/v1/organisations/:org/events/:id/withdraw': () => [undefined],
  'POST /api/v1/organisations/:org/events/:id/approve': () => [{ rev: 2 }],
  'POST /api/v1/organisations/:org/events/:id/return': () => [{ rev: 2, reason: '请补充地址' }],
  'POST /api/v1/organisations/:org/events/:id/suspend': () => [{ reason: '反映收费' }],
  'POST /api/v1/organisations/:org/events/:id/resume': () => [{}],
  'POST /api/v1/organisations/:org/events/:id/cancel': () => [{ reason: '大雪封路' }],
  'POST /api/v1/organisations/:org/events/:id/clone': () => [{ dates: ['2026-09-12', '2026-09-13'] }],
  'POST /api/v1/organisations/:org/events/:id/roster/export': () => [{ columns: ['name', 'seats'], purpose: 'entry' }],
  'PUT /api/v1/organisations/:org/summaries/:campaign': () => [
    { texts: { measures: '进社区' }, hand: { leaflets: 3 }, cases: [CASE] },
  ],
  'POST /api/v1/organisations/:org/summaries/:campaign/submit': () => [undefined],
  'POST /api/v1/organisations/:org/summaries/:campaign/withdraw': () => [undefined],
  'POST /api/v1/organisations/:org/summaries/:campaign/pictures': () => [undefined],
  'POST /api/v1/organisations/:org/summaries/:campaign/below/:below/accept': () => [
    { version: named.handedIn.version, hash: named.handedIn.hash },
  ],
  'POST /api/v1/organisations/:org/summaries/:campaign/below/:below/return': () => [
    { version: named.handedIn.version, reason: '请补充' },
  ],
  'POST /api/v1/organisations/:org/summaries/:campaign/below/:below/received': () => [
    { on: '2026-09-01', who: '卓玛' },
  ],
  'DELETE /api/v1/organisations/:org/summaries/:campaign/below/:below/received': () => [undefined],
  'POST /api/v1/devices': () => [{ code: named.pairingCode }],
  'DELETE /api/v1/devices/current': () => [undefined],
  'POST /api/v1/door/scans': () => [{ scans: [SCANS.enter], unsent: 0 }, { scans: Object.values(SCANS) }],
  'POST /api/v1/organisations/:org/devices/pairings': () => [{ name: '东门', events: ['held'], ...WINDOW }],
  'DELETE /api/v1/organisations/:org/devices': () => [undefined],
  'DELETE /api/v1/organisations/:org/devices/:id': () => [undefined],
  'POST /api/v1/organisations/:org/devices/:id/agree': () => [undefined],
  'POST /api/v1/organisations/:org/events/:id/scans': () => [{ scans: Object.values(SCANS) }],
  'POST /api/v1/organisations/:org/events/:id/scans/:scan/settle': () => [
    { decision: 'accept' },
    { decision: 'void', word: '重复' },
  ],
  'POST /api/v1/reports': () => [
    { id: randomUUID(), kind: 'fee', event: 'visit', what: '收取资料费', sum: 50, contact: '13800138000' },
    { kind: 'feedback', what: '字太小' },
  ],
  'POST /api/v1/reports/:receipt': () => [{ state: 'checking', words: '正在联系' }],
  'POST /api/v1/organisations/:org/reports/:id': () => [{ state: 'handled', words: '已退费' }],
  'PUT /api/v1/organisations/:org/campaigns/:id': () => [NEXT_CAMPAIGN],
  'POST /api/v1/organisations/:org/campaigns/:id/open': () => [{}],
  'POST /api/v1/organisations/:org/campaigns/:id/items': () => [undefined],
  // A file: see `fileFor`.
  'POST /api/v1/organisations/:org/imports': () => [undefined],
  'POST /api/v1/organisations/:org/imports/:id/apply': () => [{ onlyGood: true }],
});

const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const asPicture = (): FuzzBody => {
  const head = 'content-disposition: form-data; name="file"; filename="a.png"\r\ncontent-type: image/png';
  const parts = [Buffer.from(`--x\r\n${head}\r\n\r\n`), PICTURE, Buffer.from('\r\n--x--\r\n')];
  return { contentType: 'multipart/form-data; boundary=x', payload: Buffer.concat(parts) };
};

/** A file with the heading alone. */
export const asFile = (): FuzzBody => {
  const csv = `${Object.values(COLUMNS)
    .map(({ title }) => title)
    .join(',')}\r\n`;
  const head = 'content-disposition: form-data; name="file"; filename="events.csv"\r\ncontent-type: text/csv';
  return {
    contentType: 'multipart/form-data; boundary=x',
    payload: Buffer.from(`--x\r\n${head}\r\n\r\n${csv}\r\n--x--\r\n`),
  };
};

/** What a route takes instead of JSON; `null`: JSON. */
export const fileFor = ({ path }: Route): FuzzBody | null => {
  if (path.endsWith('/items')) return itemsFile();
  if (path.endsWith('/pictures')) return asPicture();
  return path.endsWith('/imports') ? asFile() : null;
};
