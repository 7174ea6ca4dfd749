import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { signUpForm } from '../../../words/strings';
import { goTo } from '../../platform/navigation';
import { CheckBox } from '../../ui/check-box';
import { Tap } from '../../ui/tap';
import { Field } from '../../ui/field';
import { idOf } from './use-focus';

interface ConsentProps {
  /** The recipient of the form. */
  readonly organiser: string;
  /** The person has agreed to it at an earlier sign-up: they are not asked twice. */
  readonly known: boolean;
  readonly agreed: boolean;
  readonly missing: boolean;
  readonly onChange: (agreed: boolean) => void;
}

/** How the form's data is used, in two sentences; the whole text is a tap away. */
export function Consent({ organiser, known, agreed, missing, onChange }: ConsentProps): ReactElement {
  const { consent } = signUpForm;
  return (
    <View className="sign-up__consent">
      <View>{consent.what(organiser)}</View>
      <View>{consent.howLong}</View>
      <Tap
        label={consent.full}
        role="link"
        className="sign-up__link"
        onTap={() => {
          goTo('/packages/privacy/index');
        }}
      >
        {consent.full}
      </Tap>
      {known ? (
        <View>{consent.known(organiser)}</View>
      ) : (
        <Field id={idOf('consent')} label="" error={missing ? consent.required : undefined}>
          <CheckBox
            text={consent.agree}
            checked={agreed}
            onTap={() => {
              onChange(!agreed);
            }}
          />
        </Field>
      )}
    </View>
  );
}
