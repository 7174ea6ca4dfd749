import { type ReactElement, useState } from 'react';
import type { FieldError } from '../../../domain/problem/field-error';
import type { Field } from '../../../domain/sign-up/sign-up-field';
import { fieldLabel, presentFieldError } from '../../../words/present-field-error';
import { signUpForm } from '../../../words/strings';
import { confirmWith } from '../../platform/ask';
import type { Values } from '../../sync/drafts';
import { Button } from '../../ui/button';
import { Field as FieldBox } from '../../ui/field';
import { isList } from './fill-person';
import { blankForm, listOf, textOf, valuesOf } from './form-values';
import { PasteList } from './paste-list';
import { PersonCard } from './person-card';
import { idOf } from './use-focus';
import type { SignUpFormState } from './use-form';

interface PeopleProps {
  readonly field: Extract<Field, { readonly input: 'people' }>;
  readonly form: SignUpFormState;
}

const isBlank = (person: Values): boolean => Object.values(person).every((value) => textOf(value).trim() === '');

async function asksToRemove(number: number, name: string): Promise<boolean> {
  const { removeTitle, removeText: text, removeYes: yes, removeNo: no } = signUpForm;
  return confirmWith({ title: removeTitle(number, name), text, yes, no });
}

/** Everybody who comes along. One is open at a time, so that fifty make no endless page. */
export function People({ field, form }: PeopleProps): ReactElement {
  const { open, errors } = form;
  const { name, max } = field;
  const people = listOf(form.values[name]).map(valuesOf);
  const [pasting, setPasting] = useState<string | null>(null);
  const put = (next: readonly Values[], touched = name): void => {
    form.change({ [name]: next }, touched);
  };
  const add = (): void => {
    put([...people, blankForm(field.fields, {})]);
    form.focusOn(`${name}.${people.length}.name`);
  };
  const remove = async (index: number): Promise<void> => {
    const person = people[index] ?? {};
    if (!isBlank(person) && !(await asksToRemove(index + 1, textOf(person.name)))) return;
    put(people.filter((_, at) => at !== index));
    form.unfold(Math.max(0, open > index ? open - 1 : Math.min(open, people.length - 2)));
  };
  const change = (index: number, part: Values, touched: string): void => {
    const text = textOf(part.name);
    if (isList(text)) setPasting(text);
    else
      put(
        people.map((each, at) => (at === index ? { ...each, ...part } : each)),
        touched,
      );
  };
  const own = errors.find((found: FieldError) => found.path === name);
  const filled = people.filter((person) => !isBlank(person));
  return (
    <FieldBox
      id={idOf(name)}
      label={fieldLabel(field)}
      group="group"
      hint={signUpForm.atMost(max)}
      error={own && presentFieldError(own, field, max)}
    >
      {pasting === null ? (
        max === 1 ? null : (
          <Button
            text={signUpForm.paste.offer}
            onTap={() => {
              setPasting('');
            }}
          />
        )
      ) : (
        <PasteList
          text={pasting}
          present={filled}
          max={max}
          onText={setPasting}
          onFill={(added, left) => {
            put([...filled, ...added]);
            setPasting(left);
          }}
        />
      )}
      {people.map((person, index) => (
        <PersonCard
          key={index}
          {...{ field, index, person, form }}
          only={people.length === 1}
          onChange={(part, touched) => {
            change(index, part, touched);
          }}
          onRemove={() => void remove(index)}
        />
      ))}
      {people.length >= max ? null : <Button text={signUpForm.addPerson} onTap={add} />}
    </FieldBox>
  );
}
