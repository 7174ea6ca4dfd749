/**
 * 反映收费: somebody says that an event asked for money; 意见反馈 on the app uses the same form (docs/rules.md, "Reports of
 * fees"). It is no 12315 complaint, needs no account, and hides nothing by itself.
 */
import * as v from 'valibot';
import { EventIdSchema } from '../event/event';
import { withoutIdentityNumber } from '../text/personal-numbers';
import { line, lines } from '../text/line';
import { InstantTextSchema } from '../time/instant';
import { ReceiptSchema } from './receipt';

export const REPORT_KINDS = ['fee', 'feedback'] as const;

export const MOST_WHAT = 1_000;
export const MOST_CONTACT = 60;
const MOST_SUM = 100_000_000;

const withoutIdentity = (schema: v.GenericSchema<string, string>) => v.pipe(schema, withoutIdentityNumber);

/** The body of `POST /api/v1/reports`. */
export const ReportBodySchema = v.pipe(
  v.strictObject({
    /** Made by the phone, so that what is sent twice is stored once; absent: the server makes one. */
    id: v.optional(v.pipe(v.string(), v.uuid('uuid'), v.toLowerCase())),
    kind: v.picklist(REPORT_KINDS),
    /** Absent: it is about no event. */
    event: v.optional(EventIdSchema),
    what: withoutIdentity(
      v.pipe(
        lines(MOST_WHAT),
        v.check((text) => text !== '', 'required'),
      ),
    ),
    /** Yuan that were asked for. */
    sum: v.optional(v.pipe(v.number(), v.minValue(0, 'too-small'), v.maxValue(MOST_SUM, 'too-large'))),
    /** How to reach the person, if they want it; encrypted at rest. */
    contact: v.optional(withoutIdentity(line(MOST_CONTACT))),
  }),
  v.forward(
    v.partialCheck([['kind'], ['event']], ({ kind, event }) => kind === 'feedback' || event !== undefined, 'required'),
    ['event'],
  ),
);
export type ReportBody = v.InferOutput<typeof ReportBodySchema>;

/** 已收到, 核实中, 已处理. */
export const REPORT_STATES = ['received', 'checking', 'handled'] as const;
export const ReportStateSchema = v.picklist(REPORT_STATES);
export type ReportState = v.InferOutput<typeof ReportStateSchema>;

/** The answer of `POST /api/v1/reports`. */
export const ReportReceiptSchema = v.object({ receipt: ReceiptSchema });
/** The answer of `GET /api/v1/reports/:receipt`: nothing of what was reported, since a receipt may be seen by others. */
export const ReportAnswerSchema = v.object({ state: ReportStateSchema, words: v.optional(v.string()) });

/** A report as its recipient reads it in a list; how to reach the person is asked for one by one, and audited. */
export const ReportLineSchema = v.object({
  id: v.string(),
  receipt: ReceiptSchema,
  kind: v.picklist(REPORT_KINDS),
  event: v.nullable(v.object({ id: EventIdSchema, title: v.string(), suspended: v.boolean() })),
  organisation: v.nullable(v.object({ id: v.string(), name: v.string() })),
  what: v.string(),
  sum: v.nullable(v.number()),
  hasContact: v.boolean(),
  state: ReportStateSchema,
  words: v.string(),
  at: InstantTextSchema,
  changedAt: InstantTextSchema,
});
export type ReportLine = v.InferOutput<typeof ReportLineSchema>;

/** The body of `POST o/reports/:id`. The holder of the receipt reads `words`. */
export const ReportStepSchema = v.strictObject({ state: ReportStateSchema, words: v.optional(lines(300), '') });

export type ReportDecision =
  | { readonly ok: true; readonly changed: boolean }
  | { readonly ok: false; readonly code: 'report-handled' | 'report-step' | 'words-required' };

/**
 * Decides a step of a report, which goes forward only. Refused: any step but the same again once it is handled, one back,
 * and handling it without words for the person who reported.
 */
export function decideReportStep(
  stored: { readonly state: ReportState; readonly words: string },
  next: { readonly state: ReportState; readonly words: string },
): ReportDecision {
  const isSame = stored.state === next.state && stored.words === next.words;
  if (isSame) return { ok: true, changed: false };
  if (stored.state === 'handled') return { ok: false, code: 'report-handled' };
  if (REPORT_STATES.indexOf(next.state) < REPORT_STATES.indexOf(stored.state))
    return { ok: false, code: 'report-step' };
  if (next.state === 'handled' && next.words === '') return { ok: false, code: 'words-required' };
  return { ok: true, changed: true };
}
