/** Schemas of publishing. */
import * as v from 'valibot';
import { CancelBodySchema, EventIdSchema, EventSchema, PublishBodySchema } from '../../event/event';
import { FindingSchema } from '../../problem/field-error';
import { PUBLISHER } from '../publisher';
import type { Contract } from './contract';

const ParamsSchema = v.object({ id: EventIdSchema });
const WrittenSchema = v.object({
  event: EventSchema,
  outcome: v.picklist(['created', 'updated', 'unchanged']),
  /** Seats confirmed beyond a capacity that was cut: nobody is evicted. */
  overbooked: v.optional(v.number()),
  /** What was published all the same, but should be looked at again. */
  warnings: v.optional(v.array(FindingSchema)),
});

export const publisherContract = {
  publishEvent: {
    ...PUBLISHER.publishEvent,
    summary: 'Publish an event under an id of your own; the same again changes nothing',
    tag: 'publishing',
    params: ParamsSchema,
    body: PublishBodySchema,
    answers: { 200: WrittenSchema, 201: WrittenSchema },
  },
  cancelEvent: {
    ...PUBLISHER.cancelEvent,
    summary: 'Cancel an event: it stays, marked, with the reason',
    tag: 'publishing',
    params: ParamsSchema,
    body: CancelBodySchema,
    answers: { 200: WrittenSchema },
  },
  removeEvent: {
    ...PUBLISHER.removeEvent,
    summary: 'Remove an event that nobody signed up for',
    tag: 'publishing',
    params: ParamsSchema,
    answers: { 204: v.null() },
  },
} as const satisfies Record<keyof typeof PUBLISHER, Contract>;
