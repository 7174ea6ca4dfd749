import { View } from '@tarojs/components';
import type { PropsWithChildren, ReactElement } from 'react';
import { keyboard, ariaProps } from './a11y';

interface TapProps {
  /** What a screen reader says. */
  readonly label: string;
  /** `content`: a browser makes the name from what is inside; the mini-program is told it all the same. */
  readonly named?: 'label' | 'content';
  readonly onTap: () => void;
  readonly className?: string;
  readonly role?: 'button' | 'link' | 'tab' | 'switch' | 'radio' | 'checkbox';
  readonly selected?: boolean;
  readonly checked?: boolean;
  readonly expanded?: boolean;
  readonly disabled?: boolean;
  readonly id?: string;
  /** False within a group of which Tab reaches another one. */
  readonly isTabStop?: boolean;
}

const browser = process.env.TARO_ENV === 'h5';

/** The one way to make a box tappable: named, reachable by keyboard, at least a finger wide (tap.scss). */
export function Tap(props: PropsWithChildren<TapProps>): ReactElement {
  const {
    label,
    named = 'label',
    onTap,
    className = '',
    role = 'button',
    selected,
    checked,
    expanded,
    disabled = false,
    id,
    isTabStop = true,
    children,
  } = props;
  const tap = (): void => {
    if (!disabled) onTap();
  };
  return (
    <View
      {...(id === undefined ? {} : { id })}
      className={`tap ${className}`}
      {...(browser ? {} : { hoverClass: disabled ? 'none' : 'tap--down' })}
      onClick={tap}
      {...ariaProps({
        role,
        label: named === 'content' && browser ? undefined : label,
        selected,
        checked,
        expanded,
        disabled: disabled || undefined,
      })}
      {...keyboard(tap, isTabStop)}
    >
      {children}
    </View>
  );
}
