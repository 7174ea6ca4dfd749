import { View } from '@tarojs/components';
import { type ReactElement, useState } from 'react';
import { isDoubtful, type VerdictView } from '../../../domain/check-in/verdict-view';
import { doorWords, presentVerdict, speakVerdict } from '../../../words/door';
import { doorPage } from '../../../words/strings';
import { freshId } from '../../platform/random';
import { tell } from '../../sync/door-session';
import { ariaProps } from '../../ui/a11y';
import { Button } from '../../ui/button';
import { Stepper } from '../../ui/stepper';

const letIn = (seats: number): void => {
  tell({ kind: 'let-in', seats, id: freshId() });
};
const next = (): void => {
  tell({ kind: 'next' });
};

/** A party at the door: how many of those who may still come. */
export function Party({ name, free }: { readonly name: string; readonly free: number }): ReactElement {
  const [seats, setSeats] = useState(free);
  return (
    <View className="door__verdict">
      <View className="door__who">{doorWords.choose(name)}</View>
      <View className="door__stepper">
        <Stepper
          value={seats}
          min={1}
          max={free}
          text={doorWords.people(seats)}
          fewerLabel={`${doorPage.party} -1`}
          moreLabel={`${doorPage.party} +1`}
          onChange={setSeats}
        />
      </View>
      <Button
        look="main"
        text={doorPage.letIn(seats)}
        onTap={() => {
          letIn(seats);
        }}
      />
      <Button look="quiet" text={doorWords.cancel} onTap={next} />
    </View>
  );
}

/** One more tap: the rest of a party, in spite of the time, or without the list. */
function More({ view }: { readonly view: VerdictView }): ReactElement | null {
  const { verdict, remaining } = view;
  const text =
    verdict === 'wrong-time'
      ? doorWords.letInLate
      : isDoubtful(view)
        ? doorWords.letInUnknown
        : verdict === 'ok' && remaining > 0
          ? doorWords.letInRest(remaining)
          : null;
  if (text === null) return null;
  return (
    <Button
      text={text}
      onTap={() => {
        letIn(verdict === 'ok' ? remaining : 1);
      }}
    />
  );
}

interface VerdictProps {
  readonly view: VerdictView;
  /** How old the list is that the device decided by; `null`: the server decided. */
  readonly age: string | null;
}

/** One verdict at a glance: colour, sign, word. Without the server an ok looks different, and says how old the list is. */
export function Verdict({ view, age }: VerdictProps): ReactElement {
  const { word, sign, who, lines } = presentVerdict(view);
  const isAlone = view.offline && view.tone === 'ok' && view.verdict === 'ok';
  const look = isAlone ? 'alone' : view.tone;
  return (
    <View
      className={`door__verdict door__verdict--${look}`}
      {...ariaProps({ role: 'alert', label: speakVerdict(view) })}
    >
      <View className="door__sign">{sign}</View>
      <View className="door__word">{isAlone ? doorPage.offlineOk : word}</View>
      {who === '' ? null : <View className="door__who">{who}</View>}
      {lines.map((line) => (
        <View key={line} className="door__line">
          {line}
        </View>
      ))}
      {view.offline && age !== null ? <View className="door__line">{age}</View> : null}
      <More view={view} />
      {view.stays ? <Button text={doorWords.next} onTap={next} /> : null}
    </View>
  );
}
