import type { PublishBody } from '../domain/event/event';
import { addDays, dayOf } from '../domain/time/time';
import type { TestServer } from './test-server';

/** The day in China `count` days from now. */
export function dayFromNow(count: number): string {
  return addDays(dayOf(Date.now()), count);
}

/** The sample campaign that a trial server opens. */
export function sampleCampaignId(): string {
  return `sample-${dayOf(Date.now()).slice(0, 4)}`;
}

/** What a test says of an event; the rest is as it may. */
export type EventPart = Partial<PublishBody> & { readonly day?: string };

/** An event that an organiser might publish, tomorrow afternoon in Lhasa unless said otherwise. */
export function eventBody(part: EventPart = {}): PublishBody {
  const { day = dayFromNow(1), ...rest } = part;
  return {
    campaign: sampleCampaignId(),
    programmeId: 't058',
    title: '走进计量实验室',
    summary: '看看一把秤是怎么检定的。',
    organiser: { name: '拉萨市市场监督管理局' },
    region: '540102',
    venue: { name: '城关区文化活动中心', address: '拉萨市城关区', latitude: 29.652, longitude: 91.132 },
    startsAt: `${day}T14:00:00+08:00`,
    endsAt: `${day}T16:00:00+08:00`,
    audiences: ['公众'],
    signUp: null,
    ...rest,
  };
}

/** Throws unless it is there then. */
export async function publishOne(
  testServer: Pick<TestServer, 'publish'>,
  id: string,
  part: EventPart = {},
): Promise<void> {
  const { status, body } = await testServer.publish('PUT', `events/${id}`, eventBody(part));
  if (status !== 200 && status !== 201) throw new Error(`publishing answered ${status}: ${JSON.stringify(body)}`);
}
