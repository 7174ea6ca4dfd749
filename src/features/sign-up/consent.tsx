import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { signUpForm } from '../../../words/strings';
import { goTo } from '../../platform/navigation';
import { CheckBox } from '../../ui/check-box';
import { Tap } from '../../ui/tap';
import { Field } from '../../ui/field';
import { idOf } from './use-focus';

interface ConsentProps {
  readonly agreed: boolean;
  readonly missing: boolean;
  readonly onChange: (agreed: boolean) => void;
}

/** What happens with what is typed, in two sentences; all of it is a tap away. */
export function Consent({ agreed, missing, onChange }: ConsentProps): ReactElement {
  const { consent } = signUpForm;
  return (
    <View className="sign-up__consent">
      <View>{consent.what}</View>
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
      <Field id={idOf('consent')} label="" error={missing ? consent.required : undefined}>
        <CheckBox
          text={consent.agree}
          checked={agreed}
          onTap={() => {
            onChange(!agreed);
          }}
        />
      </Field>
    </View>
  );
}
