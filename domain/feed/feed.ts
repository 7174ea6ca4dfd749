/** The wire form of the feed (docs/rules.md, "Sync"). How a page changes the phone's copy is in `delta.ts`. */
import * as v from 'valibot';
import { CampaignSchema, ProgrammeItemSchema } from '../campaign/campaign';
import { EventSchema } from '../event/event';
import { RegionCodeSchema } from '../region/region';

/** Grows when a stored copy of the last shape could no longer be read; it is part of every cursor and of the snapshot. */
export const SCHEMA_VERSION = 1;

export const ProvinceCountSchema = v.object({ code: RegionCodeSchema, count: v.number() });
export type ProvinceCount = v.InferOutput<typeof ProvinceCountSchema>;

export const FeedPageSchema = v.object({
  /** Opaque to the phone. */
  cursor: v.string(),
  /** This page belongs to a full copy that replaces the old one, once its last page is here. */
  reset: v.boolean(),
  /**
   * The first page of a full copy; only with `reset`. A phone in the midst of a full copy that is told to start over
   * (the server was restored from a backup, say) would otherwise take it for the next page, and keep ghosts.
   */
  first: v.boolean(),
  /** More pages follow: ask again with this cursor. `false`: with this page all is here that was published before it. */
  more: v.boolean(),
  /** Only with `first`: about how many events the whole copy has. */
  total: v.optional(v.number()),
  /** `null`: unchanged since the cursor. */
  campaign: v.nullable(CampaignSchema),
  /** `null`: unchanged since the cursor. */
  programme: v.nullable(v.array(ProgrammeItemSchema)),
  events: v.array(EventSchema),
  /** Of the whole country only: where else there are events, and how many. A province is fetched when it is chosen. */
  provinces: v.optional(v.array(ProvinceCountSchema)),
  /** Ids of events that are gone or have left this region. */
  removed: v.array(v.string()),
});
export type FeedPage = v.InferOutput<typeof FeedPageSchema>;
export type WireFeedPage = v.InferInput<typeof FeedPageSchema>;
