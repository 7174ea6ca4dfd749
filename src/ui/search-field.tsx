import { Input, View } from '@tarojs/components';
import { type ReactElement, useEffect, useState } from 'react';
import { closeKeyboard } from '../platform/keyboard';
import { Icon } from './icon';
import { Tap } from './tap';

interface SearchFieldProps {
  readonly value: string;
  readonly placeholder: string;
  readonly label: string;
  readonly clearLabel: string;
  readonly onChange: (value: string) => void;
  /** Takes the keyboard at once. */
  readonly isFocused?: boolean;
}

/** Answers while one types; there is nothing to send, so Enter puts the keyboard away. */
export function SearchField(props: SearchFieldProps): ReactElement {
  const { value, placeholder, label, clearLabel, onChange, isFocused = false } = props;
  // A browser's field hears of it only as a change.
  const [hasFocus, setHasFocus] = useState(false);
  useEffect(() => {
    setHasFocus(isFocused);
  }, [isFocused]);
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
        focus={hasFocus}
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
