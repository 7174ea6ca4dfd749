/**
 * The draft of a 投诉 or 举报: what the official form asks for, less the identity document, which is given on the
 * official platform only. It never leaves the phone through us; `composeComplaint` makes the text that a person pastes.
 */
import * as v from 'valibot';
import { stripIdentity } from '../text/identity-number';
import { daysBetween, parseDay } from '../time/time';

export const REQUESTS = ['修理', '重作', '更换', '退货', '退款', '赔偿'] as const;
export type Request = (typeof REQUESTS)[number];

/** Most characters that each field takes. */
export const DRAFT_LIMITS = {
  name: 30,
  mobile: 20,
  address: 100,
  otherName: 100,
  otherAddress: 100,
  happenedOn: 10,
  place: 100,
  goods: 100,
  amount: 12,
  dispute: 1000,
  proof: 300,
} as const;
export type DraftField = keyof typeof DRAFT_LIMITS;

const isField = (name: string): name is DraftField => name in DRAFT_LIMITS;
export const DRAFT_FIELDS = Object.keys(DRAFT_LIMITS).filter(isField);

const text = (field: DraftField) => v.pipe(v.string(), v.maxLength(DRAFT_LIMITS[field]));

/** As much of a text as its field takes; a character of two units is not torn apart. */
export function cutToLimit(field: DraftField, typed: string): string {
  return typed.slice(0, DRAFT_LIMITS[field]).replace(/[\uD800-\uDBFF]$/, '');
}

export const ComplaintDraftSchema = v.object({
  kind: v.picklist(['complaint', 'report']),
  /** A 举报 may be made without a name. */
  anonymous: v.boolean(),
  name: text('name'),
  mobile: text('mobile'),
  address: text('address'),
  otherName: text('otherName'),
  otherAddress: text('otherAddress'),
  /** A day, or empty. */
  happenedOn: text('happenedOn'),
  place: text('place'),
  goods: text('goods'),
  /** Yuan, as typed. */
  amount: text('amount'),
  dispute: text('dispute'),
  proof: text('proof'),
  requests: v.array(v.picklist(REQUESTS)),
});
export type ComplaintDraft = v.InferOutput<typeof ComplaintDraftSchema>;

export const EMPTY_DRAFT: ComplaintDraft = {
  kind: 'complaint',
  anonymous: false,
  name: '',
  mobile: '',
  address: '',
  otherName: '',
  otherAddress: '',
  happenedOn: '',
  place: '',
  goods: '',
  amount: '',
  dispute: '',
  proof: '',
  requests: [],
};

/** Whether something was written. Which kind it is and whether it gives a name are choices, no writing. */
export function isBegun(draft: ComplaintDraft): boolean {
  return draft.requests.length > 0 || DRAFT_FIELDS.some((field) => draft[field].trim() !== '');
}

const WHO: readonly DraftField[] = ['name', 'mobile', 'address'];
const OF_COMPLAINT: readonly DraftField[] = ['happenedOn', 'place', 'goods', 'amount', 'dispute'];
const OF_REPORT: readonly DraftField[] = ['happenedOn', 'place', 'dispute'];

/** The fields that this draft asks for, in the order of the form. */
export function fieldsOf({ kind, anonymous }: ComplaintDraft): readonly DraftField[] {
  const nameless = kind === 'report' && anonymous;
  return DRAFT_FIELDS.filter((field) => !(nameless && WHO.includes(field)));
}

export interface ComplaintReview {
  /** Required by the official form and still empty. */
  readonly missing: readonly (DraftField | 'requests')[];
  readonly warnings: readonly ComplaintWarning[];
}
/** `too-old`: more than three years ago; `in-future`; `mobile`, `amount`: no such number. */
export type ComplaintWarning = 'too-old' | 'in-future' | 'mobile' | 'amount';

const YEARS = 3;
const MOBILE = /^(?:\+?86)?1[3-9]\d{9}$|^0\d{2,3}-?\d{7,8}$/;
const AMOUNT = /^\d{1,9}(?:\.\d{1,2})?$/;

/** The same day `YEARS` earlier; of 29 February the 28th. */
function threeYearsBefore(today: string): string {
  const day = `${String(Number(today.slice(0, 4)) - YEARS)}${today.slice(4)}`;
  return parseDay(day) === null ? `${day.slice(0, 8)}28` : day;
}

/** What the official platform would ask for again or refuse. `today`: the day in China. */
export function reviewDraft(draft: ComplaintDraft, today: string): ComplaintReview {
  const asked = [
    ...(draft.kind === 'report' && draft.anonymous ? [] : WHO),
    ...(['otherName', 'otherAddress'] as const),
    ...(draft.kind === 'complaint' ? OF_COMPLAINT : OF_REPORT),
  ];
  const missing: (DraftField | 'requests')[] = asked.filter((field) => draft[field].trim() === '');
  if (draft.kind === 'complaint' && draft.requests.length === 0) missing.push('requests');
  const warnings: ComplaintWarning[] = [];
  const { happenedOn } = draft;
  if (parseDay(happenedOn) !== null) {
    if (daysBetween(happenedOn, threeYearsBefore(today)) > 0) warnings.push('too-old');
    if (daysBetween(today, happenedOn) > 0) warnings.push('in-future');
  }
  const mobile = draft.mobile.replace(/\s/g, '');
  if (asked.includes('mobile') && mobile !== '' && !MOBILE.test(mobile)) warnings.push('mobile');
  if (draft.kind === 'complaint' && draft.amount.trim() !== '' && !AMOUNT.test(plainAmount(draft.amount))) {
    warnings.push('amount');
  }
  return { missing, warnings };
}

/** Yuan as a number where that is what was typed (`￥２００元` → `200`); anything else as it is. */
function plainAmount(typed: string): string {
  const digits = typed.trim().replace(/[０-９．]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0));
  const bare = digits
    .replace(/^[¥￥]\s*/, '')
    .replace(/\s*(?:元|块钱?)$/, '')
    .replace(/,(?=\d{3})/g, '');
  return AMOUNT.test(bare) ? bare : typed.trim();
}

/** `200 元`; what is no number keeps its own unit: `二百元`. */
function amountInWords(typed: string): string {
  const amount = plainAmount(typed);
  return AMOUNT.test(amount) ? `${amount} 元` : amount;
}

function dayInWords(day: string): string {
  if (parseDay(day) === null) return day;
  return `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
}

interface Line {
  readonly title: string;
  readonly parts: readonly (readonly [label: string, value: string])[];
}

/** What is empty is left out, so that the text can be pasted as it is. */
const written = ({ title, parts }: Line): string[] => {
  const filled = parts.filter(([, value]) => value.trim() !== '');
  if (filled.length === 0) return [];
  return [`${title}：${filled.map(([label, value]) => `${label}${value.trim()}`).join('；')}`];
};

/** The text to paste into the official platform. An identity number, should one have come in, is taken out here too. */
export function composeComplaint(draft: ComplaintDraft): string {
  const nameless = draft.kind === 'report' && draft.anonymous;
  const [title, self, other] =
    draft.kind === 'complaint' ? ['投诉', '投诉人', '被投诉方'] : ['举报', '举报人', '被举报方'];
  const lines: readonly Line[] = [
    {
      title: self,
      parts: nameless
        ? [['', '匿名']]
        : [
            ['', draft.name],
            ['电话 ', draft.mobile],
            ['地址 ', draft.address],
          ],
    },
    {
      title: other,
      parts: [
        ['', draft.otherName],
        ['地址 ', draft.otherAddress],
      ],
    },
    { title: '时间', parts: [['', dayInWords(draft.happenedOn)]] },
    { title: '地点', parts: [['', draft.place]] },
    { title: '商品或服务', parts: [['', draft.goods]] },
    { title: '金额', parts: [['', amountInWords(draft.amount)]] },
    { title: '事情经过', parts: [['', draft.dispute]] },
    { title: '凭证', parts: [['', draft.proof]] },
    { title: '要求', parts: draft.kind === 'complaint' ? [['', draft.requests.join('、')]] : [] },
  ];
  return stripIdentity([`【${title}】`, ...lines.flatMap(written)].join('\n')).text;
}
