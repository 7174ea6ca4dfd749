/** A small campaign to test with, and events that may be published under it. */
import type { Campaign, ProgrammeItem } from '../../domain/campaign/campaign';
import type { WirePublishBody } from '../../domain/event/event';

export function campaignOf(id: string, change: Partial<Campaign> = {}): Campaign {
  return {
    id,
    year: 2026,
    theme: '测试主题',
    period: { from: '2026-09-01', to: '2026-09-30' },
    state: 'open',
    consent: { version: '1' },
    slogans: ['测试口号'],
    documents: [],
    knownDates: [],
    ...change,
  };
}

const item = (id: string, kind: ProgrammeItem['kind']): ProgrammeItem => ({
  id,
  name: `项目${id}`,
  documentNo: '测试〔2026〕1号',
  paragraph: '一',
  kind,
  audiences: ['公众'],
  signUp: true,
});

export const PROGRAMME: readonly ProgrammeItem[] = [item('open-day', '开放日'), item('course', '培训宣贯')];

export function bodyOf(change: Partial<WirePublishBody> = {}): WirePublishBody {
  return {
    campaign: 'open',
    programmeId: 'open-day',
    title: '实验室开放日',
    summary: '看看一把秤是怎么检定的。',
    organiser: { name: '拉萨市市场监督管理局' },
    region: '540102',
    venue: { name: '文化活动中心', address: '拉萨市城关区', latitude: 29.652, longitude: 91.132 },
    startsAt: '2026-09-10T14:00:00+08:00',
    endsAt: '2026-09-10T16:00:00+08:00',
    audiences: ['公众'],
    signUp: null,
    ...change,
  };
}

export const SIGN_UP: NonNullable<WirePublishBody['signUp']> = {
  form: 'visit',
  opensAt: '2026-09-01T09:00:00+08:00',
  closesAt: '2026-09-09T18:00:00+08:00',
  capacity: 20,
  maxParty: 4,
};

/** Instants of these: sign-up is open, the event starts, it ends. */
export const OPEN = Date.UTC(2026, 8, 2);
export const STARTS = Date.UTC(2026, 8, 10, 6);
export const ENDS = Date.UTC(2026, 8, 10, 8);
