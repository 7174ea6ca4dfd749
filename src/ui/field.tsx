import { View } from '@tarojs/components';
import type { PropsWithChildren, ReactElement } from 'react';
import { ariaProps } from './a11y';
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
  /** Several controls answer it: what they are together. */
  readonly group?: 'group' | 'radiogroup';
  /** The error comes while one goes on, not with a submit that says so itself. */
  readonly speaks?: boolean;
}

/** Ties what is wrong, else what helps, to the control. WeChat's reader has no such tie: there the next box is read. */
export function describedBy({ id, hint, error }: FieldProps): { readonly 'aria-describedby'?: string } {
  if (process.env.TARO_ENV !== 'h5' || (hint === undefined && error === undefined)) return {};
  return { 'aria-describedby': `${id}-${error === undefined ? 'hint' : 'error'}` };
}

/** One question of a form: its name, what helps to answer it, the answer, and what is wrong with it. */
export function Field(props: PropsWithChildren<FieldProps>): ReactElement {
  const { id, label, mark, hint, error, group, speaks = false, children } = props;
  return (
    <View
      id={id}
      className={`field ${error === undefined ? '' : 'field--wrong'}`}
      {...(group === undefined ? {} : { ...ariaProps({ role: group, label }), ...describedBy(props) })}
    >
      <View className="field__label">
        <View>{label}</View>
        {mark === undefined ? null : <View className="field__mark">{mark}</View>}
      </View>
      {children}
      {error === undefined ? null : (
        <View id={`${id}-error`} className="field__error" {...(speaks ? ariaProps({ role: 'alert' }) : {})}>
          <Icon name="circle-alert" colour="vermilion" size={16} />
          <View>{error}</View>
        </View>
      )}
      {hint === undefined || error !== undefined ? null : (
        <View id={`${id}-hint`} className="field__hint">
          {hint}
        </View>
      )}
    </View>
  );
}
