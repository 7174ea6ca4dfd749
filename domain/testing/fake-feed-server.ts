/** A small server for tests: the feed's rules (docs/rules.md, "Sync") over a map in memory, with no storage and no HTTP. */
import * as v from 'valibot';
import type { Campaign } from '../campaign/campaign';
import { type QualityEvent, EventSchema, type WireEvent } from '../event/event';
import type { FeedPage, WireFeedPage } from '../feed/feed';
import { withWireTimes } from '../event/wire-times';

export function campaignNamed(id: string, theme = 'quality for all'): Campaign {
  return {
    id,
    year: 2026,
    theme,
    period: { from: '2026-09-01', to: '2026-09-30' },
    state: 'open',
    consent: { version: '1' },
    slogans: [],
    documents: [],
    knownDates: [],
  };
}

/** An event as a server would send it; `part` as it stands on the wire. */
export function wireEventNamed(id: string, rev: number, part: Partial<WireEvent> = {}): WireEvent {
  return {
    id,
    campaign: '2026',
    programmeId: 't001',
    title: `event ${id}`,
    summary: '',
    organiser: { name: 'an organiser' },
    region: '540102',
    regionName: '拉萨市城关区',
    venue: null,
    startsAt: '2026-09-18T14:00:00+08:00',
    endsAt: '2026-09-18T16:00:00+08:00',
    audiences: ['公众'],
    signUp: null,
    kind: '开放日',
    status: 'scheduled',
    rev,
    ...part,
  };
}

/** The same as a phone has it once it is parsed. */
export function eventNamed(id: string, rev: number, part: Partial<WireEvent> = {}): QualityEvent {
  return v.parse(EventSchema, wireEventNamed(id, rev, part));
}

export function toWireEvent(event: QualityEvent): WireEvent {
  return withWireTimes(event);
}

export function toWirePage(page: FeedPage): WireFeedPage {
  return { ...page, events: page.events.map(toWireEvent) };
}

interface Row {
  readonly event: QualityEvent;
  /** Gone, or moved out of the region that the phone asks for: a tombstone. */
  readonly gone: boolean;
}

interface Cursor {
  readonly epoch: number;
  /** The last rev that the phone has of events, and of the campaign. */
  readonly after: number;
  readonly campaign: number;
  /** A full copy is under way: the same pages in the order of rev, from the beginning. */
  readonly full: boolean;
}

export class FakeFeedServer {
  private epoch = 1;
  private rev = 1;
  private rows = new Map<string, Row>();
  private campaignRow = { rev: 1, campaign: campaignNamed('2026') };
  private putBack: () => void = () => undefined;

  constructor() {
    this.backup();
  }

  change(what: 'publish' | 'cancel' | 'remove' | 'move', id: string, summary = ''): void {
    const row = this.rows.get(id);
    if (what !== 'publish' && (row === undefined || row.gone)) return;
    this.rev += 1;
    const cancelled = what === 'cancel' ? ({ status: 'cancelled', cancelReason: 'snow' } as const) : {};
    const event = eventNamed(id, this.rev, { summary, ...cancelled });
    this.rows.set(id, { event, gone: what === 'remove' || what === 'move' });
  }

  campaign(): void {
    this.rev += 1;
    this.campaignRow = { rev: this.rev, campaign: campaignNamed('2026', `theme ${this.rev}`) };
  }

  backup(): void {
    const { rev, campaignRow } = this;
    const rows = new Map(this.rows);
    this.putBack = () => {
      this.rev = rev;
      this.rows = new Map(rows);
      this.campaignRow = campaignRow;
    };
  }

  /** Back to the last backup, which is another database from now on: revs are given out again, so the epoch is new. */
  restore(): void {
    this.putBack();
    this.epoch += 1;
  }

  truth(): Map<string, QualityEvent> {
    return new Map([...this.rows].flatMap(([id, row]) => (row.gone ? [] : [[id, row.event] as const])));
  }

  feed(cursor: string | null, size: number): FeedPage {
    const asked = cursor === null ? null : (JSON.parse(cursor) as Cursor);
    const fits = asked !== null && asked.epoch === this.epoch;
    const at: Cursor = fits ? asked : { epoch: this.epoch, after: 0, full: true, campaign: 0 };
    const rows = this.after(at.after);
    const here = rows.slice(0, size);
    const more = rows.length > size;
    const next: Cursor = {
      epoch: at.epoch,
      after: more ? (here.at(-1)?.event.rev ?? at.after) : this.rev,
      full: at.full && more,
      campaign: this.campaignRow.rev,
    };
    return {
      cursor: JSON.stringify(next),
      reset: at.full,
      first: !fits,
      more,
      ...(!fits && { total: this.truth().size }),
      campaign: this.campaignRow.rev > at.campaign ? this.campaignRow.campaign : null,
      programme: fits ? null : [],
      events: here.flatMap((row) => (row.gone ? [] : [row.event])),
      removed: here.flatMap((row) => (row.gone ? [row.event.id] : [])),
    };
  }

  /** The same page as it is sent. */
  body(cursor: string | null, size: number): string {
    return JSON.stringify(toWirePage(this.feed(cursor, size)));
  }

  private after(rev: number): Row[] {
    return [...this.rows.values()]
      .filter((row) => row.event.rev > rev)
      .sort((one, other) => one.event.rev - other.event.rev);
  }
}
