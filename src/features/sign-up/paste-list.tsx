import { View } from '@tarojs/components';
import { type ReactElement, useMemo } from 'react';
import { type ListedPerson, parsePeopleList } from '../../../domain/sign-up/people-list';
import { isMobile, isName } from '../../../domain/sign-up/people-row';
import { repeatedPeople } from '../../../domain/sign-up/same-person';
import { signUpForm } from '../../../words/strings';
import { textOf } from '../../blocks/form-fields/field-values';
import type { Values } from '../../sync/drafts';
import { ariaProps } from '../../ui/a11y';
import { Button } from '../../ui/button';
import { LongTextField } from '../../ui/long-text-field';
import { valuesOfPerson } from './fill-person';
import { idOf } from './use-focus';

interface PasteListProps {
  readonly text: string;
  /** Those who are in the form already. */
  readonly present: readonly Values[];
  readonly max: number;
  /** `null`: the person is done with it. */
  readonly onText: (text: string | null) => void;
  /** `left`: what was not filled in, to be put right; `null` if that is nothing. */
  readonly onFill: (people: readonly Values[], left: string | null) => void;
}

/** Room for a page of a spreadsheet. */
const ROOM = 20_000;

interface Judged {
  readonly person: ListedPerson;
  readonly state: 'right' | 'wrong' | 'twice' | 'over';
}

/** What becomes of each person of a list, in the form's free places. */
function judge(people: readonly ListedPerson[], present: readonly Values[], max: number): readonly Judged[] {
  const known = present.map(({ name, mobile }) => ({ name: textOf(name), mobile: textOf(mobile) }));
  const twice = new Set(repeatedPeople([...known, ...people]));
  let free = max - present.length;
  return people.map((person, index) => {
    if (twice.has(known.length + index)) return { person, state: 'twice' };
    free -= 1;
    if (free < 0) return { person, state: 'over' };
    return { person, state: isName(person.name) && isMobile(person.mobile) ? 'right' : 'wrong' };
  });
}

const rowText = ({ name, mobile, post }: ListedPerson): string =>
  [name, mobile, post].filter((part) => part !== '').join('  ');

/** A list from a spreadsheet or a chat: what is recognised is shown person by person before it is filled in. */
export function PasteList({ text, present, max, onText, onFill }: PasteListProps): ReactElement {
  const words = signUpForm.paste;
  const list = useMemo(() => parsePeopleList(text), [text]);
  const judged = judge(list.people, present, max);
  const fitting = judged.filter(({ state }) => state === 'right' || state === 'wrong');
  const over = judged.filter(({ state }) => state === 'over');
  const notes = { right: words.right, wrong: words.wrong, twice: words.twice, over: words.over(max) };
  const fill = (): void => {
    const left = [...over.map(({ person }) => rowText(person)), ...list.unread].join('\n');
    onFill(
      fitting.map(({ person }) => valuesOfPerson(person)),
      left === '' ? null : left,
    );
  };
  return (
    <View className="card sign-up__paste">
      <LongTextField
        id={idOf('paste')}
        label={words.title}
        hint={words.hint}
        maxLength={ROOM}
        value={text}
        onChange={onText}
      />
      {text.trim() === '' ? null : (
        <View {...ariaProps({ role: 'status' })}>{judged.length === 0 ? words.none : words.found(judged.length)}</View>
      )}
      {judged.length === 0 ? null : (
        <View {...ariaProps({ role: 'list' })}>
          {judged.map(({ person, state }, index) => (
            <View
              key={index}
              className={`sign-up__listed sign-up__listed--${state}`}
              {...ariaProps({ role: 'listitem', label: words.status(rowText(person), notes[state]) })}
            >
              <View>{rowText(person)}</View>
              {state === 'right' ? null : <View className="sign-up__listed-note">{notes[state]}</View>}
            </View>
          ))}
        </View>
      )}
      {list.identity ? <View className="sign-up__listed-note">{words.identity}</View> : null}
      {list.unread.length === 0 ? null : (
        <View className="sign-up__listed">
          <View className="sign-up__listed-note">{words.unread}</View>
          {list.unread.map((line, index) => (
            <View key={index}>{line}</View>
          ))}
        </View>
      )}
      {fitting.length === 0 ? null : <Button look="main" text={words.fill(fitting.length)} onTap={fill} />}
      <Button
        look="quiet"
        text={words.close}
        onTap={() => {
          onText(null);
        }}
      />
    </View>
  );
}
