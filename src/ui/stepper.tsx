import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { ariaProps } from './a11y';
import { Icon } from './icon';
import { Tap } from './tap';

interface StepperProps {
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** The number in words: `3 人`. */
  readonly text: string;
  readonly fewerLabel: string;
  readonly moreLabel: string;
  readonly onChange: (value: number) => void;
}

/** A small number, one up or one down at a time. */
export function Stepper({ value, min, max, text, fewerLabel, moreLabel, onChange }: StepperProps): ReactElement {
  const atLeast = value <= min;
  const atMost = value >= max;
  return (
    <View className="stepper">
      <Tap
        label={fewerLabel}
        disabled={atLeast}
        className={`stepper__one ${atLeast ? 'stepper__one--off' : ''}`}
        onTap={() => {
          onChange(value - 1);
        }}
      >
        <Icon name="minus" colour={atLeast ? 'grey' : 'ink'} size={20} />
      </Tap>
      <View className="stepper__value" {...ariaProps({ role: 'status', label: text })}>
        {text}
      </View>
      <Tap
        label={moreLabel}
        disabled={atMost}
        className={`stepper__one ${atMost ? 'stepper__one--off' : ''}`}
        onTap={() => {
          onChange(value + 1);
        }}
      >
        <Icon name="plus" colour={atMost ? 'grey' : 'ink'} size={20} />
      </Tap>
    </View>
  );
}
