import { Input, View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { closeKeyboard } from '../platform/keyboard';
import { Icon } from './icon';
import { Tap } from './tap';

interface SearchFieldProps {
  readonly value: string;
  readonly placeholder: string;
  readonly label: string;
  readonly clearLabel: string;
  readonly onChange: (value: string) => void;
}

/** Answers while one types; there is nothing to send. */
export function SearchField({ value, placeholder, label, clearLabel, onChange }: SearchFieldProps): ReactElement {
  return (
    <View className="search">
      <Icon name="search" size={20} />
      <Input
        className="search__input"
        type="text"
        confirmType="search"
        onConfirm={closeKeyboard}
        value={value}
        placeholder={placeholder}
        placeholderClass="search__placeholder"
        aria-label={label}
        onInput={(event) => {
          onChange(event.detail.value);
        }}
      />
      {value === '' ? null : (
        <Tap
          label={clearLabel}
          className="search__clear"
          onTap={() => {
            onChange('');
          }}
        >
          <Icon name="x" size={20} />
        </Tap>
      )}
    </View>
  );
}
