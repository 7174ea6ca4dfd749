/** Figures on the wire. */
import * as v from 'valibot';
import { InstantTextSchema } from '../time/instant';
import { GroupingSchema } from './grouping';

const attendance = { scanned: v.number(), manual: v.number(), walkIn: v.number(), paper: v.number() };

const figures = {
  planned: v.number(),
  held: v.number(),
  cancelled: v.number(),
  signUps: v.number(),
  /** 人次; `null`: 未核验, which is not 0. */
  attended: v.nullable(v.number()),
  attendedBy: v.nullable(v.object(attendance)),
  /** 其中 n 场未核验. */
  unchecked: v.number(),
  waiting: v.number(),
  /** Each once: rows may add up to more than the total. */
  enterprises: v.number(),
};
export const FiguresSchema = v.object(figures);

const CampaignNameSchema = v.object({ id: v.string(), year: v.number(), theme: v.string() });

export const FiguresAnswerSchema = v.object({
  campaign: CampaignNameSchema,
  by: GroupingSchema,
  asOf: InstantTextSchema,
  total: FiguresSchema,
  /** `list`: the address of the events behind the row, as of the same time. */
  rows: v.array(v.object({ key: v.string(), name: v.string(), ...figures, list: v.string() })),
});
export type FiguresAnswer = v.InferOutput<typeof FiguresAnswerSchema>;

/** One row's events by their start; the sum over all pages is the row. */
export const FigureEventsSchema = v.object({
  by: GroupingSchema,
  key: v.string(),
  name: v.string(),
  asOf: InstantTextSchema,
  total: FiguresSchema,
  events: v.array(
    v.object({
      id: v.string(),
      title: v.string(),
      region: v.string(),
      regionName: v.string(),
      organisation: v.object({ id: v.string(), name: v.string() }),
      startsAt: InstantTextSchema,
      endsAt: InstantTextSchema,
      ...figures,
    }),
  ),
  /** For `after` of the next page; `null`: there is no more. */
  next: v.nullable(v.string()),
});

export const ParagraphFiguresSchema = v.object({ key: v.string(), name: v.string(), ...figures });
