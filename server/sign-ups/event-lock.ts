/** An event under its lock, as the rules of seats see it. Whoever changes sign-ups holds it. */
import type { CampaignId } from '../../domain/ids';
import { eq, sql } from 'drizzle-orm';
import type { SeatTerms } from '../../domain/sign-up/seats';
import type { FormKind } from '../../domain/sign-up/sign-up-form';
import type { Tx } from '../db/database';
import { campaign, event, type EventRow } from '../db/schema';

/** What is read of the event row. */
const COLUMNS = {
  id: event.id,
  campaignId: event.campaignId,
  title: event.title,
  status: event.status,
  suspended: event.suspended,
  startsAt: event.startsAt,
  endsAt: event.endsAt,
  signUpForm: event.signUpForm,
  opensAt: event.opensAt,
  closesAt: event.closesAt,
  capacity: event.capacity,
  maxParty: event.maxParty,
  wechatOnly: event.wechatOnly,
  taken: event.taken,
  waiting: event.waiting,
  removed: event.removed,
  consent: campaign.consent,
} as const;

type Columns = Omit<typeof COLUMNS, 'consent'>;
export type SeatRow = Pick<EventRow, keyof Columns>;

export interface LockedEvent {
  readonly id: string;
  readonly campaignId: CampaignId;
  readonly title: string;
  readonly removed: boolean;
  readonly form: FormKind | null;
  readonly terms: SeatTerms;
  readonly taken: number;
  readonly waiting: number;
}

export function lockedOf(row: SeatRow, consent: string | null): LockedEvent {
  const { opensAt, closesAt, capacity, maxParty, wechatOnly } = row;
  const isOpen = opensAt !== null && closesAt !== null && capacity !== null && maxParty !== null;
  return {
    id: row.id,
    campaignId: row.campaignId,
    title: row.title,
    removed: row.removed,
    form: row.signUpForm,
    terms: {
      status: row.status,
      suspended: row.suspended,
      startsAt: row.startsAt,
      endsAt: row.endsAt,
      signUp: isOpen ? { opensAt, closesAt, capacity, maxParty, wechatOnly } : null,
      consent: consent ?? '',
    },
    taken: row.taken,
    waiting: row.waiting,
  };
}

/** In the order of their ids, so that two who lock several never wait for each other in a circle. */
export async function lockEvents(tx: Tx, ids: readonly string[]): Promise<LockedEvent[]> {
  const rows = await tx
    .select(COLUMNS)
    .from(event)
    .innerJoin(campaign, eq(campaign.id, event.campaignId))
    .where(sql`${event.id} = any(${sql.placeholder('ids')}::text[])`)
    .orderBy(event.id)
    .for('no key update', { of: event })
    .prepare('lock_events')
    .execute({ ids });
  return rows.map(({ consent, ...row }) => lockedOf(row, consent));
}
