import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { dayOf } from '../../../domain/time/time';
import { doorWords } from '../../../words/door';
import { doorPage } from '../../../words/strings';
import { momentWords } from '../../../words/when';
import { toast } from '../../platform/ask';
import { copyText } from '../../platform/phone';
import { dropRefused, scanOf, useWaitingScans, type WaitingScan } from '../../sync/door-queue';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/notice';

const words = doorWords.needsAttention;

const reasonOf = ({ refusal }: WaitingScan): string => words.reasons[refusal?.code ?? ''] ?? words.unknownReason;

/** A line for each, as people read it; the ticket is in it, since somebody has to look it up. */
function exportLine(item: WaitingScan, now: number): string {
  const scan = scanOf(item);
  const ticket = scan?.kind === 'enter' ? scan.ticket : '';
  const seats = scan !== null && 'seats' in scan ? doorWords.people(scan.seats) : '';
  return [momentWords(item.at, dayOf(now)), doorWords.kinds[item.kind], ticket, seats, reasonOf(item), item.id]
    .filter((part) => part !== '')
    .join(' ');
}

/** Scans that the server did not take: copied out for the organisers, then removed one by one. `now`: epoch ms. */
export function AttentionList({ now }: { readonly now: number }): ReactElement {
  const refused = useWaitingScans().filter(({ refusal }) => refusal !== null);
  if (refused.length === 0) return <EmptyState icon="circle-check" title={words.empty} />;
  const copy = async (): Promise<void> => {
    const copied = await copyText(refused.map((item) => exportLine(item, now)).join('\n'));
    toast(copied === 'done' ? doorPage.exported : doorPage.exportFailed);
  };
  return (
    <View className="door">
      <View className="door__note">{words.text}</View>
      <Button look="main" text={words.export} onTap={() => void copy()} />
      <View className="card door__card">
        {refused.map((item) => (
          <View key={item.id} className="door__line">
            <View>{`${doorWords.kinds[item.kind]} · ${momentWords(item.at, dayOf(now))}`}</View>
            <View className="door__quiet">{reasonOf(item)}</View>
            <Button
              look="quiet"
              text={words.remove}
              onTap={() => {
                dropRefused(item.id);
              }}
            />
          </View>
        ))}
      </View>
    </View>
  );
}
