/** Invented organisations, people and events for the fake server; nobody of them exists. */
import type { RegionCode } from '../../domain/ids';
import type { CampaignSummary, ProgrammeItem } from '../../domain/campaign/campaign';
import { formatInstant, parseInstant } from '../../domain/time/time';
import type { EventState } from '../../domain/permission';
import type { SummaryBody } from '../../domain/summary/summary-body';
import type { SummaryState } from '../../domain/summary/summary-state';
import type { LiveScans } from '../../domain/check-in/live';
import type {
  ApiToken,
  AuditLine,
  Content,
  Member,
  OpenInvitation,
  RosterLine,
  SummaryBelow,
  PairedDeviceRow,
} from '../net/answers';

/** The day on which the fake's events lie, and its tests run: a Thursday in the month itself. */
export const FAKE_NOW = parseInstant('2026-09-10T09:00:00+08:00') ?? 0;

const DAY = 24 * 60 * 60 * 1000;
export const at = (days: number, hour = 9): string =>
  formatInstant(FAKE_NOW + days * DAY + (hour - 9) * 60 * 60 * 1000);

export const CAMPAIGN: CampaignSummary = {
  id: '2026',
  year: 2026,
  theme: '加强全面质量管理',
  state: 'open',
  sample: true,
};

export const PROGRAMME: readonly ProgrammeItem[] = [
  {
    ...{ id: 't003', name: '质检机构开放日', documentNo: '藏质标办〔2025〕1号', paragraph: '三（六）', kind: '开放日' },
    ...{ audiences: ['公众'], signUp: true, initials: 'zjjgkfr', pinyin: 'ZhiJianJiGouKaiFangRi' },
  },
  {
    ...{
      id: 't012',
      name: '首席质量官培训',
      documentNo: '藏质标办〔2025〕1号',
      paragraph: '三（二）',
      kind: '培训宣贯',
    },
    ...{ audiences: ['企业'], signUp: true, initials: 'sxzlgpx', pinyin: 'ShouXiZhiLiangGuanPeiXun' },
  },
  {
    ...{
      id: 'n031',
      name: '“计量惠民生、诚信促和谐”双十工程',
      documentNo: '国市监质发〔2025〕77号',
      paragraph: '三(六)',
      kind: '消费维权',
    },
    ...{ audiences: ['公众'], signUp: false, initials: 'jlhms', pinyin: 'JiLiangHuiMinSheng' },
  },
];

export interface FakeOrganisation {
  readonly id: string;
  readonly name: string;
  region: RegionCode;
  readonly above: string | null;
  approval: 'off' | 'first' | 'all';
}

export const organisations = (): FakeOrganisation[] => [
  { id: 'xz', name: '西藏自治区市场监督管理局（示例）', region: '540000', above: null, approval: 'all' },
  { id: 'lasa', name: '拉萨市市场监督管理局（示例）', region: '540100', above: 'xz', approval: 'off' },
  { id: 'chengguan', name: '城关区市场监督管理局（示例）', region: '540102', above: 'lasa', approval: 'off' },
];

export interface FakeEvent {
  readonly id: string;
  readonly organisation: string;
  content: Content;
  published: Content | null;
  state: EventState;
  rev: number;
  isCancelled?: boolean;
  isSuspended?: boolean;
  reason?: string;
  cleared?: readonly string[];
  updatedAt?: string;
  seats: { capacity: number; taken: number; waiting: number } | null;
}

export interface FakeSummary {
  state: SummaryState;
  edits: number;
  body: SummaryBody;
  reason: string | null;
  versions: { version: number; hash: string; body: SummaryBody; submittedAt: string; late: boolean }[];
  received: SummaryBelow['received'];
}

export function contentOf(title: string, days: number, changes: Partial<Content> = {}): Content {
  return {
    ...{ campaign: CAMPAIGN.id, programmeId: 't003', title },
    summary: '参观食品检测实验室，看检测员怎样检出一瓶矿泉水里的微量元素。\n讲解约 40 分钟，之后可以提问。',
    organiser: { name: '拉萨市市场监督管理局（示例）', phone: '0891-0000000' },
    region: '540102',
    venue: {
      name: '城关区检验检测中心（示例地点）',
      address: '城关区金珠西路示例 1 号',
      latitude: 29.65,
      longitude: 91.1,
    },
    ...{ startsAt: at(days, 14), endsAt: at(days, 16), audiences: ['公众'] },
    signUp: { form: 'visit', opensAt: at(-5), closesAt: at(days - 1, 18), capacity: 60, maxParty: 5 },
    ...{ bring: '有包装的食品标签一张', suits: '6 岁以上，儿童需家长陪同' },
    ...changes,
  };
}

const signUps = (taken: number, waiting = 0): FakeEvent['seats'] => ({ capacity: 60, taken, waiting });

export const events = (): FakeEvent[] => [
  shown('open-day', contentOf('食品检测实验室开放日', 8), signUps(42, 3)),
  shown('today', contentOf('质量月主题宣传周启动', 0, { signUp: null }), null),
  shown(
    'training',
    contentOf('首席质量官能力提升培训', 3, { programmeId: 't012', audiences: ['企业'] }),
    signUps(60, 7),
  ),
  shown('metrology', contentOf('家用水表电表免费检定', 5, { programmeId: 'n031' }), signUps(18)),
  draft('draft-1', contentOf('儿童质量科普角', 12), 'draft'),
  draft(
    'draft-2',
    {
      campaign: CAMPAIGN.id,
      programmeId: 't003',
      summary: '',
      region: '540102',
      venue: null,
      signUp: null,
      organiser: { name: '拉萨市市场监督管理局（示例）' },
      audiences: ['公众'],
    },
    'draft',
  ),
  {
    ...draft('returned-1', contentOf('QC 小组成果发表会', 14, { programmeId: 't012' }), 'returned'),
    reason: '请补充集合地点，并核对截止报名的时间。',
  },
  {
    ...shown('county-change', contentOf('城关区计量检定便民日', 9, { region: '540102' }), signUps(12)),
    organisation: 'chengguan',
    content: contentOf('城关区计量检定便民日（增加一场）', 10, { region: '540102', meetAt: '检测中心一楼大厅' }),
    state: 'submitted',
    updatedAt: at(-1, 17),
  },
  {
    ...draft('county-new', contentOf('八廓街老字号质量行', 11, { region: '540102', signUp: null }), 'submitted'),
    organisation: 'chengguan',
    updatedAt: at(0, 8),
  },
  { ...shown('cancelled-1', contentOf('户外宣传咨询台', 2), signUps(8)), isCancelled: true },
];

function shown(id: string, content: Content, seats: FakeEvent['seats']): FakeEvent {
  return { id, organisation: 'lasa', content, published: content, state: 'published', rev: 3, seats };
}

function draft(id: string, content: Content, state: EventState): FakeEvent {
  return { id, organisation: 'lasa', content, published: null, state, rev: 1, seats: null };
}

const PEOPLE = ['卓玛', '扎西', '张伟', '王芳', '次仁', '德吉', '李娜', '旺堆', '央金', '刘洋', '陈静', '普布'];
const STATES = ['confirmed', 'confirmed', 'confirmed', 'waitlisted', 'confirmed', 'cancelled'] as const;

export interface FakePerson extends RosterLine {
  readonly full: { readonly name: string; readonly mobile: string; readonly ticket: string };
}

export const people = (): FakePerson[] =>
  PEOPLE.map((name, index) => ({
    id: `sign-up-${index}`,
    name: `${name.slice(0, 1)}*`,
    mobile: `138****${String(5670 + index)}`,
    ticket: index % 4 === 3 ? null : `QG${index % 10}T`,
    seats: 1 + (index % 3),
    state: STATES[index % STATES.length] ?? 'confirmed',
    signedUpAt: at(-3, 9 + (index % 8)),
    full: { name: `${name}（示例）`, mobile: `1380000${String(5670 + index)}`, ticket: `2SV92QG${index % 10}T` },
  }));

export const members = (): Member[] => [
  { id: 'm-1', name: '次旺（示例）', login: 'lasa', role: 'admin', secondFactor: true, lastSeenAt: at(0, 8) },
  { id: 'm-2', name: '白玛（示例）', login: 'baima', role: 'editor', secondFactor: false, lastSeenAt: at(-1, 16) },
  {
    id: 'm-3',
    name: '周凯（示例）',
    login: 'zhoukai',
    role: 'door',
    events: ['open-day'],
    secondFactor: false,
    lastSeenAt: null,
  },
];

export const invitations = (): OpenInvitation[] => [{ id: 'i-1', role: 'viewer', expiresAt: at(5) }];

export const tokens = (): ApiToken[] => [
  { id: 't-1', name: '办公系统', scopes: ['publish'], createdAt: at(-30), lastUsedAt: at(-1, 15) },
  { id: 't-2', name: '数据大厅', scopes: ['read'], createdAt: at(-10), lastUsedAt: null },
];

export const auditLines = (): AuditLine[] => [
  line(6, 'event-published', '食品检测实验室开放日', ['startsAt', 'endsAt']),
  line(5, 'roster-exported', '食品检测实验室开放日', [], '现场核验'),
  { ...line(4, 'person-opened', null), object: { kind: 'sign-up', id: 'e7c1-44', name: null } },
  { ...line(3, 'events-imported', '12 场活动'), who: { kind: 'token', name: '办公系统' } },
  line(2, 'invitation-made', '白玛（示例）'),
  { ...line(1, 'organisation-created', '拉萨市市场监督管理局（示例）'), who: { kind: 'command', name: null } },
];

function line(
  id: number,
  act: AuditLine['act'],
  name: string | null,
  fields: string[] = [],
  reason: string | null = null,
): AuditLine {
  return {
    ...{ id, at: at(id - 7, 10 + id), who: { kind: 'member', name: '次旺（示例）' }, act, fields },
    object: { kind: 'event', id: `x-${id}`, name },
    reason,
    requestId: `req-${String(1000 + id)}`,
  };
}

const FLAGGED = { kind: 'enter', at: at(0), receivedAt: at(0), device: '东门', offline: true, verdict: 'ok' } as const;

export const onSite = (): {
  paper: number;
  isUnchecked: boolean;
  flags: readonly LiveScans['flags'][number][];
  devices: readonly PairedDeviceRow[];
} => ({
  paper: 0,
  isUnchecked: false,
  flags: [
    { ...FLAGGED, scan: 's-1', seats: 1, flags: ['unverified'], party: null, settlement: null },
    { ...FLAGGED, scan: 's-2', seats: 2, flags: ['duplicate'], party: 2, settlement: null },
  ],
  devices: [
    {
      ...{ id: 'd-1', name: '东门', events: [{ id: 'open-day', title: '食品检测实验室开放日' }] },
      ...{ from: at(-7), to: at(1), pairedAt: at(-1), lastContactAt: at(0), unsent: 4, revokedAt: null },
      ...{ erased: false, apart: 0 },
    },
  ],
});
