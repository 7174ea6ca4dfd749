/** How many answers of a form are wrong, and the way to the first of them. */
import { Alert, Button } from 'antd';
import type { ReactElement } from 'react';
import { focusFirstProblem } from './focus-first-problem';

interface ToFixProps {
  readonly text: string;
  readonly show: string;
}

export function ToFix({ text, show }: ToFixProps): ReactElement {
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={text}
      action={
        <Button size="small" onClick={focusFirstProblem}>
          {show}
        </Button>
      }
    />
  );
}
