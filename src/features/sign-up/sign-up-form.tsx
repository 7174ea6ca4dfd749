import { View } from '@tarojs/components';
import { type ReactElement, useEffect } from 'react';
import { presentFieldError } from '../../../words/present-field-error';
import { signUpForm } from '../../../words/strings';
import { loadMessageSetup } from '../../sync/messages';
import { meaning } from '../../ui/a11y';
import { Button } from '../../ui/button';
import { CheckBox } from '../../ui/check-box';
import { isAt } from './check-form';
import { Consent } from './consent';
import { FieldView } from './field-view';
import { rowValues } from './fill-person';
import { textOf } from './form-values';
import { OtherContact } from './other-contact';
import { People } from './people';
import { RefusalBanner } from './refusal-banner';
import { idOf } from './use-focus';
import { type FormQuestion, type SignUpFormState, useSignUpForm } from './use-form';

interface SignUpFormProps extends FormQuestion {
  /** What the button says. */
  readonly submit: string;
  readonly busy?: boolean;
  /** The campaign's privacy text is not the one that this app has. */
  readonly outdated: boolean;
}

interface QuestionProps {
  readonly form: SignUpFormState;
  readonly field: SignUpFormState['fields'][number];
  readonly maxParty: number;
}

/** A code with an older check character is right where the licence has it so: the person looks once more, and says so. */
function CodeConfirmation({ form }: Pick<QuestionProps, 'form'>): ReactElement | null {
  const confirmed = form.values.creditCodeConfirmed === true;
  const isUnsure = form.errors.some(({ code }) => code === 'credit-code-unsure');
  if (!confirmed && !isUnsure) return null;
  return (
    <CheckBox
      text={signUpForm.codeAsOnLicence}
      checked={confirmed}
      onTap={() => {
        form.change({ creditCodeConfirmed: confirmed ? undefined : true }, 'creditCode');
      }}
    />
  );
}

function Question({ form, field, maxParty }: QuestionProps): ReactElement {
  const { name } = field;
  if (field.input === 'people') return <People field={field} form={form} />;
  const error = form.errors.find(({ path }) => isAt(name, path));
  const isCode = field.input === 'credit-code';
  return (
    <View>
      <FieldView
        field={field}
        id={idOf(name)}
        value={form.values[name]}
        error={error && presentFieldError(error, field, maxParty)}
        focus={form.focus === name}
        onChange={(value) => {
          const row = field.input === 'name' ? rowValues(name, textOf(value)) : null;
          form.change(row ?? { [name]: value, ...(isCode && { creditCodeConfirmed: undefined }) }, name);
        }}
        onLeave={() => {
          form.leave(name);
        }}
      />
      {isCode ? <CodeConfirmation form={form} /> : null}
    </View>
  );
}

/** The form of an event's kind: every question, what is wrong beside it, consent, and one button. */
export function SignUpForm({ submit, busy = false, outdated, ...question }: SignUpFormProps): ReactElement {
  const { kind, maxParty, refusal } = question;
  const form = useSignUpForm(question);
  const { errors, fields } = form;
  // Reminders are asked for in the tap that submits, when there is no time to ask the server whether there are any.
  useEffect(() => {
    void loadMessageSetup();
  }, []);
  const isContact = (name: string): boolean => kind === 'training' && (name === 'contactName' || name === 'mobile');
  return (
    <View className="sign-up">
      {refusal === null ? null : <RefusalBanner refusal={refusal} outdated={outdated} />}
      {form.remembered ? <View className="sign-up__note">{signUpForm.remembered}</View> : null}
      {fields.map((field) =>
        isContact(field.name) ? null : <Question key={field.name} {...{ form, field, maxParty }} />,
      )}
      {kind === 'training' ? (
        <OtherContact form={form}>
          {fields.map((field) =>
            isContact(field.name) ? <Question key={field.name} {...{ form, field, maxParty }} /> : null,
          )}
        </OtherContact>
      ) : null}
      <Consent agreed={form.agreed} missing={errors.some(({ path }) => path === 'consent')} onChange={form.agree} />
      {errors.length === 0 ? null : (
        <View className="sign-up__count" {...meaning({ role: 'alert' })}>
          {signUpForm.errors.count(errors.length)}
        </View>
      )}
      <Button look="main" text={submit} disabled={busy} onTap={form.submit} />
      <View className="sign-up__note">{signUpForm.free}</View>
    </View>
  );
}
