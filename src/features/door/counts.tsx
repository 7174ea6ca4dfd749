import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import type { countsOf } from '../../../domain/check-in/device-log';
import type { DoorState } from '../../../domain/check-in/door-state';
import { doorWords } from '../../../words/door';
import { doorPage } from '../../../words/strings';
import { freshId } from '../../platform/random';
import type { DeviceEvent } from '../../sync/door-device';
import { tell } from '../../sync/door-session';
import { Stepper } from '../../ui/stepper';

const MOST_WALK_INS = 100_000;

interface CountsProps {
  readonly door: DoorState;
  readonly event: DeviceEvent;
  readonly own: ReturnType<typeof countsOf>;
}

/** What the server counted last, with what this device has let in since; nobody checked is 未核验, never 0. */
function eventWords({ attended, byDevice, seats }: DeviceEvent, own: number): string {
  if (attended === null && own === 0) return doorWords.unchecked;
  const inside = (attended ?? 0) - byDevice + Math.max(byDevice, own);
  return seats === null ? doorWords.count(inside) : doorWords.countOf(inside, seats);
}

/** Counts of this device and of the event, and people who come without a sign-up: numbers only. */
export function Counts({ door, event, own }: CountsProps): ReactElement {
  return (
    <View className="card door__tally">
      <View className="door__counts">
        <View className="door__count">
          <View className="door__quiet">{doorWords.thisDevice}</View>
          <View className="door__number">{doorWords.count(own.entered + own.walkIns)}</View>
        </View>
        <View className="door__count">
          <View className="door__quiet">{doorWords.thisEvent}</View>
          <View className="door__number">{eventWords(event, door.rehearsal ? 0 : own.entered + own.walkIns)}</View>
        </View>
      </View>
      <View className="door__row">
        <View>
          <View>{doorPage.walkInOf(own.walkIns)}</View>
          <View className="door__quiet">{doorWords.walkInHint}</View>
        </View>
        <Stepper
          value={own.walkIns}
          min={0}
          max={MOST_WALK_INS}
          text={doorWords.count(own.walkIns)}
          fewerLabel={doorWords.walkInLess}
          moreLabel={doorWords.walkInMore}
          onChange={(value) => {
            const id = freshId();
            if (value > own.walkIns) tell({ kind: 'walk-in', seats: 1, id });
            else tell({ kind: 'undo', id, of: 'walk-in' });
          }}
        />
      </View>
    </View>
  );
}
