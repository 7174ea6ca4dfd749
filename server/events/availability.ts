/**
 * Seats for display, a second old at most: many phones that look at one event cost one query a second. Whether a seat
 * can be had, only the sign-up's transaction decides.
 */
import type { CampaignId } from '../../domain/ids';
import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import { LRUCache } from 'lru-cache';
import type { Availability } from '../../domain/event/event';
import { statusAt } from '../../domain/sign-up/sign-up-status';
import type { Db } from '../db/database';
import { event } from '../db/schema';

const FRESH_MS = 1_000;
const MOST_KEPT = 20_000;

interface Seats extends Availability {
  readonly campaignId: CampaignId;
  readonly startsAt: number;
}

interface Answer {
  readonly askedAt: number;
  /** `null`: no such event, or one without sign-up. */
  readonly seats: Promise<Seats | null>;
}

async function readSeats(db: Db, ids: string[]): Promise<Map<string, Seats>> {
  const { id, campaignId, capacity, taken, waiting, startsAt } = event;
  const rows = await db
    .select({ id, campaignId, capacity, taken, waiting, startsAt })
    .from(event)
    .where(and(inArray(id, ids), eq(event.removed, false), isNotNull(capacity)));
  return new Map(rows.map(({ id: eventId, capacity: seats, ...rest }) => [eventId, { ...rest, capacity: seats ?? 0 }]));
}

export class AvailabilityCache {
  private readonly answers = new LRUCache<string, Answer>({ max: MOST_KEPT });

  constructor(
    private readonly db: Db,
    private readonly now: () => number,
    /** Ages go by a clock that nobody sets. */
    private readonly uptime: () => number,
  ) {}

  /** By event id; what has no sign-up, or does not exist, is left out. */
  async of(
    ids: readonly string[],
    isShown: (campaignId: CampaignId) => boolean,
  ): Promise<Record<string, Availability>> {
    const now = this.now();
    const at = this.uptime();
    const answers = new Map<string, Answer>();
    const old: string[] = [];
    for (const id of new Set(ids)) {
      const answer = this.answers.get(id);
      if (answer && at - answer.askedAt < FRESH_MS) answers.set(id, answer);
      else old.push(id);
    }
    for (const [id, answer] of this.ask(old, at)) answers.set(id, answer);
    const found: Record<string, Availability> = {};
    for (const id of ids) {
      const seats = await answers.get(id)?.seats;
      if (!seats || !isShown(seats.campaignId)) continue;
      const isWaited = statusAt('waitlisted', seats.startsAt, now) === 'waitlisted';
      found[id] = { capacity: seats.capacity, taken: seats.taken, waiting: isWaited ? seats.waiting : 0 };
    }
    return found;
  }

  private ask(ids: string[], at: number): Map<string, Answer> {
    const asked = new Map<string, Answer>();
    if (ids.length === 0) return asked;
    const read = readSeats(this.db, ids);
    for (const id of ids) {
      const seats = read.then((all) => all.get(id) ?? null);
      const answer = { askedAt: at, seats };
      asked.set(id, answer);
      this.answers.set(id, answer);
      seats.catch(() => this.answers.delete(id));
    }
    return asked;
  }
}
