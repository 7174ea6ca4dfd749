import { View } from '@tarojs/components';
import { type ReactElement, useEffect, useState } from 'react';
import type { Finding } from '../../domain/finding';
import type { Field } from '../../domain/sign-up-field';
import { fieldLabel, presentFinding } from '../../i18n/present-finding';
import { t } from '../../i18n/strings';
import type { Values } from '../../sync/drafts';
import { Button } from '../../ui/button';
import { Field as FieldBox } from '../../ui/field';
import { Icon } from '../../ui/icon';
import { Tap } from '../../ui/tap';
import { FieldView } from './field-view';
import { blankForm, listOf, textOf, valuesOf } from './form-values';
import { idOf } from './use-form';

interface PeopleProps {
  readonly field: Extract<Field, { readonly input: 'people' }>;
  readonly value: unknown;
  readonly findings: readonly Finding[];
  readonly focus: string | null;
  /** `touched`: the path that was changed. */
  readonly onChange: (people: readonly Values[], touched: string) => void;
}

interface PersonProps extends Omit<PeopleProps, 'value' | 'onChange'> {
  readonly index: number;
  readonly person: Values;
  readonly onChange: (person: Values, touched: string) => void;
}

function PersonFields({ field, index, person, findings, focus, onChange }: PersonProps): ReactElement {
  return (
    <View>
      {field.fields.map((each) => {
        if (each.input === 'people') return null;
        const path = `${field.name}.${index}.${each.name}`;
        const finding = findings.find((found) => found.path === path);
        return (
          <FieldView
            key={each.name}
            field={each}
            id={idOf(path)}
            value={person[each.name]}
            error={finding && presentFinding(finding, each.name, each.input, field.max)}
            focus={focus === path}
            onChange={(value) => {
              onChange({ ...person, [each.name]: value }, path);
            }}
          />
        );
      })}
    </View>
  );
}

/** Everybody who comes along. One is open at a time, so that fifty make no endless page. */
export function People({ field, value, findings, focus, onChange }: PeopleProps): ReactElement {
  const people = listOf(value).map(valuesOf);
  const [open, setOpen] = useState(0);
  const wrongAt = (index: number): boolean => findings.some(({ path }) => path.startsWith(`${field.name}.${index}.`));
  useEffect(() => {
    const index = focus === null ? undefined : /^\w+\.(\d+)\./.exec(focus)?.[1];
    if (index !== undefined) setOpen(Number(index));
  }, [focus]);
  const own = findings.find(({ path }) => path === field.name);
  const add = (): void => {
    onChange([...people, blankForm(field.fields, {})], field.name);
    setOpen(people.length);
  };
  return (
    <FieldBox
      id={idOf(field.name)}
      label={fieldLabel(field.name)}
      group="group"
      hint={t.signUp.atMost(field.max)}
      error={own && presentFinding(own, field.name, field.input, field.max)}
    >
      {people.map((person, index) => (
        <View key={index} className="card sign-up__person">
          <View className="sign-up__person-head">
            <Tap
              label={t.signUp.editPerson(index + 1, textOf(person.name) || t.signUp.unnamed)}
              expanded={index === open}
              className="sign-up__person-name"
              onTap={() => {
                setOpen(index);
              }}
            >
              <View className="sign-up__person-part">{t.signUp.person(index + 1)}</View>
              {index === open ? null : (
                <View className="sign-up__person-part">{textOf(person.name) || t.signUp.unnamed}</View>
              )}
              {index !== open && wrongAt(index) ? <Icon name="circle-alert" colour="vermilion" /> : null}
            </Tap>
            {people.length === 1 ? null : (
              <Tap
                label={t.signUp.removePerson(index + 1)}
                className="sign-up__remove"
                onTap={() => {
                  onChange(
                    people.filter((_, at) => at !== index),
                    field.name,
                  );
                  setOpen(Math.max(0, open > index ? open - 1 : Math.min(open, people.length - 2)));
                }}
              >
                <Icon name="trash-2" size={20} />
              </Tap>
            )}
          </View>
          {index === open ? (
            <PersonFields
              {...{ field, index, person, findings, focus }}
              onChange={(next, touched) => {
                onChange(
                  people.map((each, at) => (at === index ? next : each)),
                  touched,
                );
              }}
            />
          ) : null}
        </View>
      ))}
      {people.length >= field.max ? null : <Button text={t.signUp.addPerson} onTap={add} />}
    </FieldBox>
  );
}
