import { App, Button, Input } from 'antd';
import type { ReactElement } from 'react';
import { consoleWords } from '../../words/console';

/** A line to hand on: shown whole, selected on focus, copied by a button. */
export function CopyText({ text, label }: { readonly text: string; readonly label: string }): ReactElement {
  const { message } = App.useApp();
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      void message.success(consoleWords.do.copied);
    } catch {
      void message.warning(consoleWords.do.notCopied);
    }
  }
  return (
    <div className="copy">
      <Input
        readOnly
        value={text}
        aria-label={label}
        onFocus={({ target }) => {
          target.select();
        }}
      />
      <Button onClick={() => void copy()}>{consoleWords.do.copy}</Button>
    </div>
  );
}
