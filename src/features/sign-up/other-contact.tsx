import { View } from '@tarojs/components';
import { type PropsWithChildren, type ReactElement, useState } from 'react';
import { signUpForm } from '../../../words/strings';
import { CheckBox } from '../../ui/check-box';
import { textOf } from './form-values';
import type { SignUpFormState } from './use-form';

/** Whoever sends colleagues to a training need not attend: ticked, the form asks for a contact of its own. */
export function OtherContact({ form, children }: PropsWithChildren<{ readonly form: SignUpFormState }>): ReactElement {
  const { contactName, mobile } = form.values;
  const isFilled = textOf(contactName) !== '' || textOf(mobile) !== '';
  const [ticked, setTicked] = useState(isFilled);
  const shown = ticked || isFilled;
  return (
    <View>
      <CheckBox
        text={signUpForm.otherContact}
        checked={shown}
        onTap={() => {
          setTicked(!shown);
          if (isFilled) form.change({ contactName: '', mobile: '' }, 'contactName');
        }}
      />
      {shown ? children : <View className="field__hint">{signUpForm.otherContactHint}</View>}
    </View>
  );
}
