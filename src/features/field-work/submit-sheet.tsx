import { View } from '@tarojs/components';
import { type ReactElement, useState } from 'react';
import type { SummaryAnswer } from '../../../domain/summary/summary-answer';
import { fieldWork } from '../../../words/strings';
import { toast } from '../../platform/ask';
import { type CallFailure, isUnreached } from '../../sync/call';
import { submitSummary, type WhichSummary } from '../../sync/summaries';
import { Button } from '../../ui/button';
import { Sheet } from '../../ui/sheet';
import { TextField } from '../../ui/text-field';

const words = fieldWork.summary.submitting;
const refusals: Readonly<Record<string, string>> = words.refusals;
const MOST_PASSWORD = 200;

function failureWords(failure: CallFailure): string {
  if (isUnreached(failure)) return words.refusals.offline;
  return (failure.reason === 'http' ? refusals[failure.code ?? ''] : undefined) ?? words.refusals.other;
}

interface SubmitSheetProps {
  readonly which: WhichSummary;
  readonly summary: SummaryAnswer;
  /** `isOver`: the summary is to be read again. */
  readonly onClose: (isOver: boolean) => void;
}

/** Handing in asks once more who it is: the password or a code of the authenticator, held in memory only. */
export function SubmitSheet({ which, summary, onClose }: SubmitSheetProps): ReactElement {
  const [proof, setProof] = useState('');
  const [error, setError] = useState<string | undefined>();
  const [busy, setBusy] = useState(false);
  const isLate = summary.deadline !== null && summary.deadline.daysLeft < 0;
  const submit = async (): Promise<void> => {
    setBusy(true);
    setError(undefined);
    const done = await submitSummary(which, summary, proof);
    setBusy(false);
    if (done.ok) {
      toast(words.done);
      onClose(true);
      return;
    }
    setError(failureWords(done));
    setProof('');
    if (done.reason === 'http' && /^summary-/.test(done.code ?? '')) {
      toast(failureWords(done));
      onClose(true);
    }
  };
  return (
    <Sheet
      id="submit-summary"
      title={words.title}
      closeLabel={words.close}
      onClose={() => {
        onClose(false);
      }}
      footer={
        <Button
          look="main"
          text={busy ? words.busy : words.yes}
          disabled={busy || proof === ''}
          onTap={() => void submit()}
        />
      }
    >
      <View className="work__note">{isLate ? words.textLate : words.text}</View>
      <TextField
        id="submit-proof"
        label={words.proof}
        hint={words.proofHint}
        value={proof}
        maxLength={MOST_PASSWORD}
        error={error}
        keys="secret"
        speaks
        onChange={setProof}
      />
    </Sheet>
  );
}
