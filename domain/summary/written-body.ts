/** What somebody writes into a summary: no text asks for money (docs/rules.md, "Summaries", rules 1 and 2). */
import * as v from 'valibot';
import { findAskedMoney } from './asked-money';
import { SummaryBodySchema, TEXT_PARTS } from './summary-body';

/** The body of `PUT o/summaries/:campaign`. */
export const WrittenBodySchema = v.pipe(
  SummaryBodySchema,
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const { texts, cases } = dataset.value;
    const step = <Input extends object>(input: Input, key: keyof Input & string): v.ObjectPathItem => ({
      ...{ type: 'object', origin: 'value', key, value: input[key] },
      input: input as Record<string, unknown>,
    });
    const check = (text: string, path: readonly v.IssuePathItem[]): void => {
      const [first, ...rest] = path;
      if (first && findAskedMoney(text) !== null) addIssue({ message: 'fee-not-allowed', path: [first, ...rest] });
    };
    for (const part of TEXT_PARTS) check(texts[part], [step(dataset.value, 'texts'), step(texts, part)]);
    for (const [key, each] of cases.entries()) {
      const place = { type: 'array', origin: 'value', input: cases, key, value: each } as const;
      check(each.title, [step(dataset.value, 'cases'), place, step(each, 'title')]);
      check(each.body, [step(dataset.value, 'cases'), place, step(each, 'body')]);
    }
  }),
);
