import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { Tap } from './tap';

interface ButtonProps {
  readonly text: string;
  readonly onTap: () => void;
  /** `main`: the screen's one action. */
  readonly look?: 'main' | 'plain' | 'quiet';
  readonly disabled?: boolean;
}

export function Button({ text, onTap, look = 'plain', disabled = false }: ButtonProps): ReactElement {
  return (
    <Tap
      label={text}
      onTap={onTap}
      disabled={disabled}
      className={`button button--${look} ${disabled ? 'button--off' : ''}`}
    >
      <View>{text}</View>
    </Tap>
  );
}
