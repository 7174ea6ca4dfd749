import * as fc from 'fast-check';
import { type Advice, type Answers, decideComplaint, QUESTIONS } from './complaint';

const known = (kind: string, hint?: string): object => ({ state: 'known', kind, hint });
const asking = (question: string, step: number): object => ({ state: 'asking', question, step });

const SCENARIOS: [name: string, answers: Answers, advice: object][] = [
  ['nothing said yet', {}, asking('wish', 1)],
  ['only a question', { wish: 'ask' }, known('consult')],
  ['a violation seen elsewhere', { wish: 'punish', whose: 'other' }, known('report')],
  ['a violation that hit me', { wish: 'punish', whose: 'mine' }, asking('purpose', 3)],
  ['… at home', { wish: 'punish', whose: 'mine', purpose: 'living' }, known('report', 'own-loss')],
  ['… in business', { wish: 'punish', whose: 'mine', purpose: 'business' }, known('report')],
  ['a dispute, not told whose', { wish: 'settle' }, asking('whose', 2)],
  ["somebody else's dispute", { wish: 'settle', whose: 'other' }, known('consult', 'not-own')],
  ['my dispute, not told for what', { wish: 'settle', whose: 'mine' }, asking('purpose', 3)],
  ['my dispute about daily life', { wish: 'settle', whose: 'mine', purpose: 'living' }, known('complaint')],
  ['my dispute in business', { wish: 'settle', whose: 'mine', purpose: 'business' }, known('consult', 'not-living')],
  ['nothing was bought', { wish: 'settle', whose: 'mine', purpose: 'nothing' }, known('consult', 'nothing-bought')],
];

test.each(SCENARIOS)('%s', (_, answers, advice) => {
  expect(decideComplaint(answers)).toEqual(advice);
});

const anyAnswers: fc.Arbitrary<Answers> = fc.record(
  {
    wish: fc.constantFrom(...QUESTIONS.wish),
    whose: fc.constantFrom(...QUESTIONS.whose),
    purpose: fc.constantFrom(...QUESTIONS.purpose),
  },
  { requiredKeys: [] },
);

test('three answers always suffice, and what is asked is never known already', () => {
  fc.assert(
    fc.property(anyAnswers, (answers) => {
      const advice: Advice = decideComplaint(answers);
      if (advice.state === 'asking') expect(answers[advice.question]).toBeUndefined();
      else expect(['complaint', 'report', 'consult']).toContain(advice.kind);
      const { wish = 'settle', whose = 'mine', purpose = 'living' } = answers;
      expect(decideComplaint({ wish, whose, purpose }).state).toBe('known');
    }),
  );
});

test('only a dispute of one’s own about daily life is a 投诉', () => {
  for (const wish of QUESTIONS.wish) {
    for (const whose of QUESTIONS.whose) {
      for (const purpose of QUESTIONS.purpose) {
        const advice = decideComplaint({ wish, whose, purpose });
        const isComplaint = advice.state === 'known' && advice.kind === 'complaint';
        expect(isComplaint).toBe(wish === 'settle' && whose === 'mine' && purpose === 'living');
      }
    }
  }
});
