import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { t } from '../../i18n/strings';
import { goTo, switchTab } from '../../platform/navigation';
import { Icon, type IconColour } from '../../ui/icon';
import type { IconName } from '../../ui/icon-names';
import { Tap } from '../../ui/tap';

interface Door {
  readonly text: string;
  readonly label?: string;
  readonly icon: IconName;
  readonly colour: IconColour;
  readonly open: () => void;
}

const DOORS: readonly Door[] = [
  {
    text: t.home.doorCalendar,
    icon: 'calendar-days',
    colour: 'vermilion',
    open: () => {
      switchTab('/pages/calendar/index');
    },
  },
  {
    text: t.complaint.title,
    label: t.complaint.door,
    icon: 'phone',
    colour: 'pine',
    open: () => {
      goTo('/packages/complaint/index');
    },
  },
  {
    text: t.home.doorCards,
    icon: 'image',
    colour: 'ink',
    open: () => {
      goTo('/packages/slogans/index');
    },
  },
  {
    text: t.home.doorProgramme,
    icon: 'file-text',
    colour: 'gold',
    open: () => {
      goTo('/packages/programme/index');
    },
  },
];

/** The four ways on from home. */
export function Doors(): ReactElement {
  return (
    <View className="doors">
      {DOORS.map((door) => (
        <Tap key={door.text} label={door.label ?? door.text} role="link" onTap={door.open} className="doors__one">
          <View className={`doors__disc doors__disc--${door.colour}`}>
            <Icon name={door.icon} colour={door.colour} size={24} />
          </View>
          <View className="doors__text">{door.text}</View>
        </Tap>
      ))}
    </View>
  );
}
