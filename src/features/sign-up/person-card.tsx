import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import type { FieldError } from '../../../domain/problem/field-error';
import type { Field } from '../../../domain/sign-up/sign-up-field';
import { presentFieldError } from '../../../words/present-field-error';
import { signUpForm } from '../../../words/strings';
import type { Values } from '../../sync/drafts';
import { meaning } from '../../ui/a11y';
import { Icon } from '../../ui/icon';
import { Tap } from '../../ui/tap';
import { isAt } from './check-form';
import { FieldView } from './field-view';
import { rowValues } from './fill-person';
import { textOf } from './form-values';
import { idOf } from './use-focus';
import type { SignUpFormState } from './use-form';

interface PersonProps {
  readonly field: Extract<Field, { readonly input: 'people' }>;
  readonly index: number;
  readonly person: Values;
  readonly form: SignUpFormState;
  /** `touched`: the path that was changed. */
  readonly onChange: (part: Values, touched: string) => void;
}

function PersonFields({ field, index, person, form, onChange }: PersonProps): ReactElement {
  return (
    <View>
      {field.fields.map((each) => {
        if (each.input === 'people') return null;
        const own = `${field.name}.${index}`;
        const path = `${own}.${each.name}`;
        const error = form.errors.find((found: FieldError) => found.path === path);
        return (
          <FieldView
            key={each.name}
            field={each}
            id={idOf(path)}
            value={person[each.name]}
            error={error && presentFieldError(error, each, field.max)}
            focus={form.focus === path || (form.focus === own && each.name === 'name')}
            onChange={(value) => {
              const row = each.input === 'name' ? rowValues(each.name, textOf(value)) : null;
              // A whole row was put into the name: it fills all that the person has.
              onChange(row ?? { [each.name]: value }, row === null ? path : own);
            }}
            onLeave={() => {
              form.leave(path);
            }}
          />
        );
      })}
    </View>
  );
}

interface PersonCardProps extends PersonProps {
  /** Nobody else comes along: the last one cannot be removed. */
  readonly only: boolean;
  readonly onRemove: () => void;
}

/** One of several people: unfolded to be filled in, or folded to a line. */
export function PersonCard({ only, onRemove, ...props }: PersonCardProps): ReactElement {
  const { field, index, person, form } = props;
  const path = `${field.name}.${index}`;
  const isOpen = index === form.open;
  const isWrong = form.errors.some((found) => isAt(path, found.path));
  const whole = form.errors.find((found) => found.path === path);
  const name = textOf(person.name) || signUpForm.unnamed;
  return (
    <View id={idOf(path)} className={`card sign-up__person ${isWrong ? 'sign-up__person--wrong' : ''}`}>
      <View className="sign-up__person-head">
        <Tap
          label={signUpForm.editPerson(index + 1, name)}
          expanded={isOpen}
          className="sign-up__person-name"
          onTap={() => {
            form.unfold(index);
          }}
        >
          <View className="sign-up__person-part">{signUpForm.person(index + 1)}</View>
          {isOpen ? null : <View className="sign-up__person-part">{name}</View>}
          {!isOpen && isWrong ? <Icon name="circle-alert" colour="vermilion" /> : null}
        </Tap>
        {only ? null : (
          <Tap label={signUpForm.removePerson(index + 1)} className="sign-up__remove" onTap={onRemove}>
            <Icon name="trash-2" size={20} />
          </Tap>
        )}
      </View>
      {whole === undefined ? null : (
        <View className="sign-up__person-error" {...meaning({ role: 'alert' })}>
          {presentFieldError(whole, field, field.max)}
        </View>
      )}
      {isOpen ? <PersonFields {...props} /> : null}
    </View>
  );
}
