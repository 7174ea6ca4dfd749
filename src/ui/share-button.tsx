import { Button as NativeButton } from '@tarojs/components';
import type { ReactElement } from 'react';
import { ariaProps } from './a11y';
import { Button } from './button';

interface ShareButtonProps {
  readonly text: string;
  readonly look?: 'main' | 'plain';
  /** In the browser; in the mini-program WeChat asks the page what to share (`useShare`). */
  readonly onTap: () => void;
}

/** WeChat shares only from a button of its own. */
export function ShareButton({ text, look = 'plain', onTap }: ShareButtonProps): ReactElement {
  return process.env.TARO_ENV === 'h5' ? (
    <Button text={text} look={look} onTap={onTap} />
  ) : (
    <NativeButton
      openType="share"
      className={`tap button button--native button--${look}`}
      {...ariaProps({ role: 'button', label: text })}
    >
      {text}
    </NativeButton>
  );
}
