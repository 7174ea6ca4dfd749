import { View } from '@tarojs/components';
import type { PropsWithChildren, ReactElement } from 'react';
import { meaning } from './a11y';
import { Icon } from './icon';

interface FieldProps {
  /** Where `scrollTo` finds it. */
  readonly id: string;
  readonly label: string;
  /** A word behind the label: that it may be left out. */
  readonly mark?: string;
  readonly hint?: string;
  /** What is wrong, beside what is wrong. */
  readonly error?: string;
}

/** One question of a form: its name, what helps to answer it, the answer, and what is wrong with it. */
export function Field({ id, label, mark, hint, error, children }: PropsWithChildren<FieldProps>): ReactElement {
  return (
    <View id={id} className={`field ${error === undefined ? '' : 'field--wrong'}`}>
      <View className="field__label">
        <View>{label}</View>
        {mark === undefined ? null : <View className="field__mark">{mark}</View>}
      </View>
      {children}
      {error === undefined ? null : (
        <View className="field__error" {...meaning({ role: 'alert' })}>
          <Icon name="circle-alert" colour="vermilion" size={16} />
          <View>{error}</View>
        </View>
      )}
      {hint === undefined || error !== undefined ? null : <View className="field__hint">{hint}</View>}
    </View>
  );
}
