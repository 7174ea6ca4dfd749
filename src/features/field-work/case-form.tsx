import { View } from '@tarojs/components';
import { type ReactElement, useCallback, useState } from 'react';
import * as v from 'valibot';
import { type FieldError, findingOf } from '../../../domain/problem/field-error';
import type { SummaryAnswer } from '../../../domain/summary/summary-answer';
import {
  CaseSchema,
  MOST_CASES,
  MOST_TEXT,
  type SummaryCase,
  VISIBILITIES,
} from '../../../domain/summary/summary-body';
import { fieldWork } from '../../../words/strings';
import { VISIBILITY_NAMES } from '../../../words/summary';
import { confirm, toast } from '../../platform/ask';
import { writePending } from '../../platform/late-writing';
import { usePageLeft } from '../../platform/lifecycle';
import { goBack } from '../../platform/navigation';
import { type CallFailure, isUnreached } from '../../sync/call';
import {
  type CaseText,
  fetchSummary,
  forgetTypedCase,
  keepTyped,
  saveCases,
  typedCase,
  type WhichSummary,
} from '../../sync/summaries';
import { ariaProps } from '../../ui/a11y';
import { Button } from '../../ui/button';
import { ChoiceField } from '../../ui/choice-field';
import { LongTextField } from '../../ui/long-text-field';
import { EmptyState } from '../../ui/notice';
import { Segments } from '../../ui/segments';
import { TextField } from '../../ui/text-field';
import { NotHere } from './not-here';
import { isWritable } from './summary-view';
import { useAsked } from './use-asked';

const words = fieldWork.summary.case;
const codes: Readonly<Record<string, string>> = words.codes;
const MOST_TITLE = 60;
const NEW: CaseText = { title: '', body: '', paragraph: '', visibility: 'superiors' };

/** A case as one text, to know it again. */
const asText = (each: SummaryCase | undefined): string | null => (each === undefined ? null : JSON.stringify(each));

const textOf = ({ title, body, paragraph, visibility }: SummaryCase): CaseText => ({
  ...{ title, body, paragraph, visibility },
});

function failureWords(failure: CallFailure): string {
  if (isUnreached(failure)) return words.offline;
  const code = failure.reason === 'http' ? failure.code : null;
  if (code === 'summary-submitted' || code === 'summary-accepted') return words.locked;
  return code === 'summary-changed' ? words.changed : words.other;
}

type Errors = Readonly<Partial<Record<string, string>>>;

function wordsOf(errors: readonly FieldError[]): Errors {
  const found: Record<string, string> = {};
  for (const { path, code } of errors) found[path] ??= codes[code] ?? words.wrong;
  return found;
}

/** What the server refuses in the case at `place`: it reads each text for fees, the phone does not. */
function refusedIn(failure: CallFailure, place: number): Errors {
  if (failure.reason !== 'http') return {};
  const at = `cases.${place}.`;
  const own = failure.fieldErrors.filter(({ path }) => path.startsWith(at));
  return wordsOf(own.map((each) => ({ ...each, path: each.path.slice(at.length) })));
}

function errorsOf(text: CaseText, known: SummaryCase | undefined): Errors {
  const parsed = v.safeParse(CaseSchema, { events: [], pictures: [], ...known, ...text });
  return parsed.success ? {} : wordsOf(parsed.issues.map(findingOf));
}

interface FormProps {
  readonly which: WhichSummary;
  /** `new`, or the place in the list. */
  readonly nth: string;
  readonly summary: SummaryAnswer;
  /** Somebody else changed the summary meanwhile. */
  readonly onChanged: () => void;
}

function Form({ which, nth, summary, onChanged }: FormProps): ReactElement {
  const { cases } = summary.body;
  const [restored] = useState(() => typedCase(which, nth));
  const there = nth === 'new' ? undefined : cases[Number(nth)];
  const [over, setOver] = useState(() => (restored === null ? asText(there) : restored.over));
  const [text, setText] = useState<CaseText>(() => restored?.text ?? (there ? textOf(there) : NEW));
  const [errors, setErrors] = useState<Errors>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  usePageLeft(writePending);
  /** Where the case is now that was typed over, wherever it moved to; -1: it is not there as it was. */
  const place = over === null ? cases.length : cases.findIndex((each) => asText(each) === over);
  const isTaken = place === -1;

  const change = (part: Partial<CaseText>): void => {
    const next = { ...text, ...part };
    setText(next);
    setErrors({});
    setFailure(null);
    keepTyped(which, nth, over, next);
  };
  const write = async (all: readonly SummaryCase[], done: string): Promise<void> => {
    setBusy(true);
    const saved = await saveCases(which, summary, all);
    setBusy(false);
    if (saved.ok) {
      forgetTypedCase(which, nth);
      goBack('/pages/mine/index', () => {
        toast(done);
      });
      return;
    }
    const refused = refusedIn(saved, place);
    setErrors(refused);
    setFailure(Object.keys(refused).length > 0 ? null : failureWords(saved));
    if (saved.reason === 'http' && saved.code === 'summary-changed') onChanged();
  };
  const save = async (): Promise<void> => {
    const found = errorsOf(text, cases[place]);
    setErrors(found);
    if (Object.keys(found).length > 0) return;
    const written: SummaryCase = { events: [], pictures: [], ...cases[place], ...text };
    await write([...cases.slice(0, place), written, ...cases.slice(place + 1)], words.saved);
  };
  const remove = async (): Promise<void> => {
    const sure = { title: words.removeTitle, text: words.removeText, yes: words.remove, no: words.keep };
    if (await confirm(sure)) {
      const others = cases.filter((_, index) => index !== place);
      await write(others, words.removed);
    }
  };
  if (!isWritable(summary)) return <EmptyState icon="file-text" title={words.locked} />;
  if (over === null && cases.length >= MOST_CASES) return <EmptyState icon="file-text" title={words.full} />;
  return (
    <View className="work">
      {restored === null ? null : (
        <View className="work__note" {...ariaProps({ role: 'status' })}>
          {words.restored}
        </View>
      )}
      <View className="card work__card">
        <TextField
          id="case-title"
          label={words.title}
          value={text.title}
          maxLength={MOST_TITLE}
          error={errors['title']}
          speaks
          onChange={(title) => {
            change({ title });
          }}
        />
        <LongTextField
          id="case-body"
          label={words.body}
          hint={words.bodyHint}
          value={text.body}
          maxLength={MOST_TEXT}
          speaks
          {...(errors['body'] === undefined ? {} : { error: errors['body'] })}
          onChange={(body) => {
            change({ body });
          }}
        />
        <ChoiceField
          id="case-paragraph"
          label={words.paragraph}
          value={text.paragraph}
          empty={words.choose}
          options={summary.figures.paragraphs.map(({ key, name }) => ({ value: key, text: name }))}
          speaks
          {...(errors['paragraph'] === undefined ? {} : { error: errors['paragraph'] })}
          onChange={(paragraph) => {
            change({ paragraph });
          }}
        />
        <View className="work__name">{words.visibility}</View>
        <Segments
          options={VISIBILITIES.map((value) => ({ value, text: VISIBILITY_NAMES[value] }))}
          value={text.visibility}
          onChange={(visibility) => {
            change({ visibility });
          }}
        />
      </View>
      <View className="work__note">{words.rest}</View>
      {isTaken ? (
        <View className="card work__card" {...ariaProps({ role: 'alert' })}>
          <View>{there === undefined ? words.gone : words.taken}</View>
          {there === undefined ? null : <View className="work__quoted">{`${there.title}\n${there.body}`}</View>}
          <Button
            text={there === undefined ? words.asNew : words.mine}
            onTap={() => {
              const next = asText(there);
              setOver(next);
              setFailure(null);
              keepTyped(which, nth, next, text);
            }}
          />
        </View>
      ) : null}
      {failure === null ? null : (
        <View className="work__error" {...ariaProps({ role: 'alert' })}>
          {failure}
        </View>
      )}
      <Button look="main" text={busy ? words.busy : words.save} disabled={busy || isTaken} onTap={() => void save()} />
      {over === null || isTaken ? null : (
        <Button look="quiet" text={words.remove} disabled={busy} onTap={() => void remove()} />
      )}
    </View>
  );
}

interface CaseFormProps {
  readonly which: WhichSummary;
  readonly nth: string;
}

/** One case (典型案例), written on the spot: kept on the phone until the server has it. */
export function CaseForm({ which: { org, campaign }, nth }: CaseFormProps): ReactElement {
  const ask = useCallback(() => fetchSummary({ org, campaign }), [org, campaign]);
  const { asked, again } = useAsked(ask);
  if (asked.status !== 'here') return <NotHere status={asked.status} onRetry={again} />;
  return <Form which={{ org, campaign }} nth={nth} summary={asked.value} onChanged={again} />;
}
