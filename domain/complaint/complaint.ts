/**
 * Which way a matter goes at 12315. 投诉 is one's own dispute about 生活消费, 举报 a violation that one knows of; whatever
 * is neither is a question (咨询), which the hotline takes as well.
 * Source: 《市场监督管理投诉举报处理办法》(市场监管总局令第121号), in force since 2026-04-15.
 */
export type ComplaintKind = 'complaint' | 'report' | 'consult';

/** The three questions, in the order in which they are asked. */
export const QUESTIONS = {
  /** The answer to the first question: the person's wish. */
  wish: ['settle', 'punish', 'ask'],
  /** Whose matter it is. */
  whose: ['mine', 'other'],
  /** What it was bought for. */
  purpose: ['living', 'business', 'nothing'],
} as const;
export type Question = keyof typeof QUESTIONS;
export type Answers = { readonly [Q in Question]?: (typeof QUESTIONS)[Q][number] };

/** Why a dispute cannot be a 投诉, or what goes along with the answer. */
export type ComplaintHint = 'own-loss' | 'not-own' | 'not-living' | 'nothing-bought';

export type Advice =
  | { readonly state: 'asking'; readonly question: Question; readonly step: number }
  | { readonly state: 'known'; readonly kind: ComplaintKind; readonly hint?: ComplaintHint };

interface Row {
  readonly when: Answers;
  readonly kind: ComplaintKind;
  readonly hint?: ComplaintHint;
}

/** The first row whose answers are given decides. Complete: any three answers meet one. */
const TABLE: readonly Row[] = [
  { when: { wish: 'ask' }, kind: 'consult' },
  { when: { wish: 'punish', whose: 'other' }, kind: 'report' },
  { when: { wish: 'punish', whose: 'mine', purpose: 'living' }, kind: 'report', hint: 'own-loss' },
  { when: { wish: 'punish', whose: 'mine' }, kind: 'report' },
  { when: { wish: 'settle', whose: 'other' }, kind: 'consult', hint: 'not-own' },
  { when: { wish: 'settle', whose: 'mine', purpose: 'living' }, kind: 'complaint' },
  { when: { wish: 'settle', whose: 'mine', purpose: 'business' }, kind: 'consult', hint: 'not-living' },
  { when: { wish: 'settle', whose: 'mine', purpose: 'nothing' }, kind: 'consult', hint: 'nothing-bought' },
];

const isQuestion = (name: string): name is Question => name in QUESTIONS;
const ORDER = Object.keys(QUESTIONS).filter(isQuestion);

/** The answers among texts that anybody may have written into an address; what is no answer is left out. */
export function answersOf(given: Readonly<Record<Question, string | undefined>>): Answers {
  const known = ORDER.flatMap((name) => {
    const answer = QUESTIONS[name].find((each) => each === given[name]);
    return answer === undefined ? [] : [[name, answer] as const];
  });
  return Object.fromEntries(known);
}

const agrees = (when: Answers, answers: Answers): boolean =>
  ORDER.every((name) => when[name] === undefined || when[name] === answers[name]);

/** Rows that the answers so far have not ruled out. */
const open = (answers: Answers): readonly Row[] =>
  TABLE.filter(({ when }) =>
    ORDER.every((name) => when[name] === undefined || answers[name] === undefined || when[name] === answers[name]),
  );

/** What the answers so far say, or what to ask next. Nothing is asked that could not change the outcome. */
export function decideComplaint(answers: Answers): Advice {
  const [first] = open(answers);
  if (first !== undefined && agrees(first.when, answers)) return { state: 'known', kind: first.kind, hint: first.hint };
  const question = ORDER.find((name) => answers[name] === undefined) ?? 'wish';
  return { state: 'asking', question, step: ORDER.indexOf(question) + 1 };
}
