import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { Tap } from './tap';

interface SegmentsProps<Value extends string> {
  readonly options: readonly { readonly value: Value; readonly text: string }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** Two or three views of one screen. */
export function Segments<Value extends string>({ options, value, onChange }: SegmentsProps<Value>): ReactElement {
  return (
    <View className="segments">
      {options.map((option) => (
        <Tap
          key={option.value}
          label={option.text}
          selected={option.value === value}
          className={`segments__one ${option.value === value ? 'segments__one--on' : ''}`}
          onTap={() => {
            onChange(option.value);
          }}
        >
          {option.text}
        </Tap>
      ))}
    </View>
  );
}
