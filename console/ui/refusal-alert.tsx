import { Alert } from 'antd';
import type { ReactElement } from 'react';
import { refusalSentence } from '../../words/console';
import type { Refusal } from '../net/refusal';

/** Why an act did not succeed, above what has to be changed. */
export function RefusalAlert({ refusal }: { readonly refusal: Refusal | null }): ReactElement | null {
  return refusal === null ? null : <Alert type="error" showIcon role="alert" title={refusalSentence(refusal)} />;
}
