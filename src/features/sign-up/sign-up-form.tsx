import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { presentFinding } from '../../i18n/present-finding';
import { t } from '../../i18n/strings';
import { meaning } from '../../ui/a11y';
import { Button } from '../../ui/button';
import { Consent } from './consent';
import { FieldView } from './field-view';
import { People } from './people';
import { RefusalBanner } from './refusal-banner';
import { idOf, type SignUpQuestion, useSignUpForm } from './use-form';

interface SignUpFormProps extends SignUpQuestion {
  /** There is no seat at once. */
  readonly waits: boolean;
  /** The campaign's privacy text is not the one that this app has. */
  readonly outdated: boolean;
}

/** The form of an event's kind: every question, what is wrong beside it, consent, and one button. */
export function SignUpForm({ waits, outdated, ...question }: SignUpFormProps): ReactElement {
  const { terms, refusal } = question;
  const form = useSignUpForm(question);
  const { findings } = form;
  return (
    <View className="sign-up">
      {refusal === null ? null : <RefusalBanner refusal={refusal} outdated={outdated} />}
      {form.remembered ? <View className="sign-up__note">{t.signUp.remembered}</View> : null}
      {form.fields.map((field) => {
        const { name } = field;
        const onChange = (value: unknown, touched?: string): void => {
          form.change(name, value, touched);
        };
        if (field.input === 'people') {
          const { focus, values } = form;
          return <People key={name} {...{ field, findings, focus, onChange }} value={values[name]} />;
        }
        const finding = findings.find(({ path }) => path === name || path.startsWith(`${name}.`));
        return (
          <FieldView
            key={name}
            field={field}
            id={idOf(name)}
            value={form.values[name]}
            error={finding && presentFinding(finding, name, field.input, terms.maxParty)}
            focus={form.focus === name}
            onChange={onChange}
          />
        );
      })}
      <Consent agreed={form.agreed} missing={findings.some(({ path }) => path === 'consent')} onChange={form.agree} />
      {findings.length === 0 ? null : (
        <View className="sign-up__count" {...meaning({ role: 'alert' })}>
          {t.signUp.errors.count(findings.length)}
        </View>
      )}
      <Button look="main" text={waits ? t.signUp.submitWaitlist : t.signUp.submit} onTap={form.submit} />
      <View className="sign-up__note">{t.signUp.free}</View>
    </View>
  );
}
