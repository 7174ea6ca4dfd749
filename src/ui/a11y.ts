import type { KeyboardEvent } from 'react';

type Role =
  | 'button'
  | 'link'
  | 'tab'
  | 'heading'
  | 'img'
  | 'switch'
  | 'radio'
  | 'radiogroup'
  | 'group'
  | 'checkbox'
  | 'status'
  | 'alert'
  | 'main'
  | 'list'
  | 'dialog'
  | 'listitem';

interface AriaMeaning {
  readonly role: Role;
  readonly label?: string;
  readonly selected?: boolean;
  readonly checked?: boolean;
  readonly expanded?: boolean;
  readonly disabled?: boolean;
  /** Heading level; the mini-program has none. */
  readonly level?: number;
}

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

const browser = process.env.TARO_ENV === 'h5';

/** The same meaning in each target's words: ARIA in the browser, WeChat's `aria-role` in the mini-program. */
export function ariaProps({ role, label, selected, checked, expanded, disabled, level }: AriaMeaning): Attributes {
  return {
    [browser ? 'role' : 'aria-role']: role,
    'aria-label': label,
    // A button is pressed or not; WeChat has no word for that but this one.
    [browser && role === 'button' ? 'aria-pressed' : 'aria-selected']: selected,
    'aria-checked': checked,
    'aria-expanded': expanded,
    'aria-disabled': disabled,
    ...(browser && level !== undefined ? { 'aria-level': level } : {}),
  };
}

/**
 * What a tappable box needs besides `onClick`: in the browser the keyboard reaches and fires it too. `isTabStop`: false
 * within a group that Tab stops at once and arrow keys move in.
 */
export function keyboard(
  onTap: () => void,
  isTabStop = true,
): Attributes | { onKeyDown: (event: KeyboardEvent) => void } {
  if (!browser) return {};
  return {
    tabIndex: isTabStop ? 0 : -1,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      onTap();
    },
  };
}
