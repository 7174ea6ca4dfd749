import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { whomLines } from '../../../words/present-whom';
import type { SignUp } from '../../../domain/sign-up/sign-up';
import { Line } from './line';

/** Whom the ticket is for: a household, an enterprise's people, or a QC group. */
export function Whom({ signUp }: { readonly signUp: SignUp }): ReactElement {
  return (
    <View>
      {whomLines(signUp).map(({ name, value }) => (
        <Line key={name} name={name}>
          {value}
        </Line>
      ))}
    </View>
  );
}
