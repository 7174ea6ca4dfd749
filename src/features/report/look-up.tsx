import { View } from '@tarojs/components';
import { type ReactElement, useState } from 'react';
import { reportForm as words } from '../../../words/strings';
import { type LookedUp, lookUpReport, useReports } from '../../sync/reports';
import { ariaProps } from '../../ui/a11y';
import { Button } from '../../ui/button';
import { Row } from '../../ui/row';
import { Section } from '../../ui/section';
import { TextField } from '../../ui/text-field';

const FAILED = { wrong: words.receiptWrong, unknown: words.receiptUnknown, failed: words.lookUpFailed } as const;

/** What became of a report, by its receipt; those that were sent from this phone are a tap away. */
export function LookUp(): ReactElement {
  const { receipts } = useReports();
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<LookedUp | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function lookUp(receipt: string): Promise<void> {
    setBusy(true);
    setFound(await lookUpReport(receipt));
    setBusy(false);
  }
  return (
    <Section title={words.lookUpTitle}>
      <TextField
        id="report-receipt"
        label={words.receipt}
        value={typed}
        maxLength={20}
        hint={words.lookUpHint}
        error={found?.ok === false ? FAILED[found.why] : undefined}
        speaks
        onChange={(text) => {
          setTyped(text);
          setFound(null);
        }}
      />
      <Button text={words.lookUp} disabled={isBusy} onTap={() => void lookUp(typed)} />
      {found?.ok === true ? (
        <View className="card report__state" {...ariaProps({ role: 'status' })}>
          <View className="report__state-title">{words.states[found.state]}</View>
          {found.words === '' ? null : (
            <View>
              {words.said}：{found.words}
            </View>
          )}
        </View>
      ) : null}
      {receipts.length === 0 ? null : (
        <View className="card">
          {receipts.map((receipt) => (
            <Row
              key={receipt}
              title={receipt}
              text={words.mine}
              onTap={() => {
                setTyped(receipt);
                void lookUp(receipt);
              }}
            />
          ))}
        </View>
      )}
    </Section>
  );
}
