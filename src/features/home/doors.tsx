import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { t } from '../../../words/strings';
import { goTo, switchTab } from '../../platform/navigation';
import { Icon, type IconColour } from '../../ui/icon';
import type { IconName } from '../../ui/icon-names';
import { Row } from '../../ui/row';
import { Section } from '../../ui/section';
import { Tap } from '../../ui/tap';

interface Door {
  readonly text: string;
  readonly label?: string;
  readonly icon: IconName;
  readonly colour: IconColour;
  readonly open: () => void;
}

const opens = (name: string) => (): void => {
  goTo(`/packages/${name}/index`);
};

const COMPLAINT: Door = {
  text: t.complaint.title,
  label: t.complaint.door,
  icon: 'phone',
  colour: 'pine',
  open: opens('complaint'),
};
const CARDS: Door = { text: t.home.doorCards, icon: 'image', colour: 'ink', open: opens('slogans') };
const PROGRAMME: Door = { text: t.home.doorProgramme, icon: 'file-text', colour: 'gold', open: opens('programme') };
const NEARBY: Door = { text: t.home.doorNearby, icon: 'route', colour: 'vermilion', open: opens('nearby') };

/** The four ways on from home. */
export function Doors(): ReactElement {
  return (
    <View className="doors">
      {[COMPLAINT, CARDS, PROGRAMME, NEARBY].map((door) => (
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

const words = t.home;
const LARGE: readonly (Door & { readonly note: string })[] = [
  { ...COMPLAINT, text: words.largeCall, note: words.largeCallText },
  { ...NEARBY, text: words.largeNearby, note: words.largeNearbyText },
  {
    text: words.largeMine,
    note: words.largeMineText,
    icon: 'ticket',
    colour: 'gold',
    open: () => {
      switchTab('/pages/mine/index');
    },
  },
];

/** 长辈版: three ways on, each as wide as the screen. */
export function LargeDoors(): ReactElement {
  return (
    <View className="large-doors">
      {LARGE.map(({ text, note, icon, colour, open }) => (
        <Tap key={text} label={`${text}，${note}`} role="link" onTap={open} className="card large-doors__one">
          <View className={`doors__disc doors__disc--${colour}`}>
            <Icon name={icon} colour={colour} size={32} />
          </View>
          <View className="large-doors__words">
            <View className="large-doors__text">{text}</View>
            <View className="large-doors__note">{note}</View>
          </View>
          <Icon name="chevron-right" size={24} />
        </Tap>
      ))}
    </View>
  );
}

/** 长辈版: the other ways on, below the events. */
export function MoreDoors(): ReactElement {
  return (
    <Section title={words.more}>
      <View className="card">
        {[CARDS, PROGRAMME].map(({ text, icon, open }) => (
          <Row key={text} icon={icon} title={text} onTap={open} />
        ))}
      </View>
    </Section>
  );
}
