/** 反映收费 and 意见反馈: what is being written, and the receipts of what was sent, on this phone only. */
import * as v from 'valibot';
import { useStore } from 'zustand';
import { REPORTS } from '../../domain/api/reports';
import { parseReceipt, ReceiptSchema } from '../../domain/report-fee/receipt';
import {
  MOST_CONTACT,
  MOST_WHAT,
  REPORT_KINDS,
  ReportAnswerSchema,
  type ReportBody,
  ReportBodySchema,
  ReportReceiptSchema,
} from '../../domain/report-fee/report';
import { findingOf } from '../../domain/problem/field-error';
import { plainLine } from '../../domain/text/plain-text';
import { freshId } from '../platform/random';
import { call, type CallFailure, isPassing } from './call';
import { share } from './coalesce';
import { persisted } from './persisted';

const MOST_RECEIPTS = 20;

const DraftSchema = v.object({
  /** Made with the draft, so that what is sent again is stored once. */
  id: v.string(),
  kind: v.picklist(REPORT_KINDS),
  event: v.nullable(v.string()),
  what: v.pipe(v.string(), v.maxLength(MOST_WHAT)),
  /** Yuan, as typed. */
  sum: v.pipe(v.string(), v.maxLength(12)),
  contact: v.pipe(v.string(), v.maxLength(MOST_CONTACT)),
});
export type ReportDraft = v.InferOutput<typeof DraftSchema>;

const StoredSchema = v.object({ draft: v.nullable(DraftSchema), receipts: v.array(ReceiptSchema) });
type State = v.InferOutput<typeof StoredSchema>;

const { store, update } = persisted<State, State>({
  key: 'reports',
  version: 1,
  schema: StoredSchema,
  empty: { draft: null, receipts: [] },
  toState: (stored) => stored,
  toStored: (state) => state,
  owner: 'phone',
  missed: 'draft',
  atPause: true,
});
export const reports = store;

export const useReports = (): State => useStore(reports);

/** The draft as it is, or a new one where there is none of this kind on this event. */
export function draftFor(state: State, kind: ReportBody['kind'], event: string | null): ReportDraft {
  const { draft } = state;
  if (draft?.kind === kind && draft.event === event) return draft;
  return { id: freshId(), kind, event, what: '', sum: '', contact: '' };
}

export function keepReportDraft(draft: ReportDraft): void {
  update((state) => ({ ...state, draft }));
}

export type ReportFault = 'what' | 'sum' | 'identity';
export type SentReport =
  | { readonly ok: true; readonly receipt: string }
  | { readonly ok: false; readonly why: 'offline' | 'failed' | 'busy' | 'gone' | ReportFault };

/** `12`, `12.5`, `１２` or nothing; `null`: no sum of money. */
function parseSum(text: string): number | undefined | null {
  const plain = plainLine(text);
  if (plain === '') return undefined;
  return /^\d{1,8}(\.\d{1,2})?$/.test(plain) ? Number(plain) : null;
}

function toBody({ id, kind, event, what, sum, contact }: ReportDraft): ReportBody | ReportFault {
  const parsedSum = kind === 'fee' ? parseSum(sum) : undefined;
  if (parsedSum === null) return 'sum';
  const parsed = v.safeParse(ReportBodySchema, {
    ...{ id, kind, what },
    ...(event !== null && { event }),
    ...(parsedSum !== undefined && { sum: parsedSum }),
    ...(contact.trim() !== '' && { contact }),
  });
  if (parsed.success) return parsed.output;
  return parsed.issues.map(findingOf).some(({ code }) => code === 'identity-number') ? 'identity' : 'what';
}

const SEND = { ...REPORTS.report, answer: ReportReceiptSchema } as const;
const LOOK_UP = { ...REPORTS.receipt, answer: ReportAnswerSchema } as const;

function whyNot(failure: CallFailure): Extract<SentReport, { ok: false }>['why'] {
  if (failure.reason === 'offline' || failure.reason === 'timeout') return 'offline';
  if (failure.reason === 'http' && failure.status === 429) return 'busy';
  if (failure.reason === 'http' && failure.code === 'event-not-found') return 'gone';
  return failure.reason === 'http' && !isPassing(failure) ? 'what' : 'failed';
}

/** A reply was lost, and the text was changed since: what is sent now is another report. */
async function sendBody(body: ReportBody): ReturnType<typeof call<v.InferOutput<typeof ReportReceiptSchema>>> {
  const answer = await call(SEND, { body });
  const isUsed = !answer.ok && answer.reason === 'http' && answer.code === 'report-id-used';
  return isUsed ? call(SEND, { body: { ...body, id: freshId() } }) : answer;
}

const sendKept = share(async (id: string): Promise<SentReport> => {
  const { draft } = reports.getState();
  const body = draft?.id === id ? toBody(draft) : 'what';
  if (typeof body === 'string') return { ok: false, why: body };
  const answer = await sendBody(body);
  if (!answer.ok) return { ok: false, why: whyNot(answer) };
  const { receipt } = answer.value;
  update(({ receipts }) => ({
    draft: null,
    receipts: [receipt, ...receipts.filter((each) => each !== receipt)].slice(0, MOST_RECEIPTS),
  }));
  return { ok: true, receipt };
});

/** Sent twice at once, or again after an answer was lost, it is stored once: the draft's id goes with it. */
export function sendReport(draft: ReportDraft): Promise<SentReport> {
  keepReportDraft(draft);
  return sendKept(draft.id);
}

export type LookedUp =
  | { readonly ok: true; readonly state: v.InferOutput<typeof ReportAnswerSchema>['state']; readonly words: string }
  | { readonly ok: false; readonly why: 'wrong' | 'unknown' | 'failed' };

export async function lookUpReport(typed: string): Promise<LookedUp> {
  const receipt = parseReceipt(typed);
  if (receipt === null) return { ok: false, why: 'wrong' };
  const answer = await call(LOOK_UP, { params: { receipt } });
  if (answer.ok) return { ok: true, state: answer.value.state, words: answer.value.words ?? '' };
  return { ok: false, why: answer.reason === 'http' && answer.status === 404 ? 'unknown' : 'failed' };
}
