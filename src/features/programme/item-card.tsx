import type { CampaignId } from '../../../domain/ids';
import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import type { QualityEvent } from '../../../domain/event/event';
import type { KnownDate, ProgrammeItem } from '../../../domain/campaign/campaign';
import { dayOf } from '../../../domain/time/time';
import { t } from '../../../words/strings';
import { dayWords } from '../../../words/when';
import { goTo } from '../../platform/navigation';
import { ariaProps } from '../../ui/a11y';
import { Badge } from '../../ui/badge';
import { Icon } from '../../ui/icon';
import { KindMark } from '../../ui/kind-mark';
import { Tap } from '../../ui/tap';
import { HeldEvents } from './held-events';
import { itemParams } from './paragraph-refs';

interface ItemCardProps {
  readonly item: ProgrammeItem;
  readonly campaignId: CampaignId | null;
  /** The same activity in the other document. */
  readonly equivalents: readonly ProgrammeItem[];
  readonly known: readonly KnownDate[];
  /** What is held under it, in order. */
  readonly held: readonly QualityEvent[];
  /** The one that the page was opened for. */
  readonly here: boolean;
  /** Epoch ms. */
  readonly now: number;
}

/** The element of an item on its paragraph's page. */
export function itemElementId(id: string): string {
  return `item-${id}`;
}

/** The data says `high`, `medium (…)` or `low-medium (…)`: its first word counts. */
function trustWords(confidence: string): string {
  const { high, medium, low } = t.programme.trust;
  if (confidence.startsWith('high')) return high;
  return confidence.startsWith('medium') ? medium : low;
}

function KnownDateLine({ date, today }: { readonly date: KnownDate; readonly today: string }): ReactElement {
  const days =
    date.end === null ? dayWords(date.start, today) : `${dayWords(date.start, today)} – ${dayWords(date.end, today)}`;
  return (
    <View className="item__known">
      <View className="item__known-head">
        {t.programme.knownDate}：{days} · {date.place}
      </View>
      <View>{date.activity}</View>
      <View>“{date.theme}”</View>
      <View className="item__source">
        {t.programme.source}：{date.sourceTitle}
      </View>
      <View className="item__source">{t.programme.press(trustWords(date.confidence))}</View>
    </View>
  );
}

/** The way to the same activity in the other document. */
function Equivalent({
  item,
  campaignId,
}: {
  readonly item: ProgrammeItem;
  readonly campaignId: CampaignId | null;
}): ReactElement {
  return (
    <Tap
      role="link"
      label={`${t.programme.same} · ${item.documentNo} ${item.paragraph}，${item.name}`}
      className="item__equivalent"
      onTap={() => {
        goTo('/packages/programme/index', itemParams(item, campaignId));
      }}
    >
      <View className="item__equivalent-words">
        <View className="item__source">
          {t.programme.same} · {item.documentNo} {item.paragraph}
        </View>
        <View>{item.name}</View>
      </View>
      <Icon name="chevron-right" size={16} />
    </Tap>
  );
}

/** One activity as the document names it, and what is known of it; nothing that nobody stated. */
export function ItemCard({ item, campaignId, equivalents, known, held, here, now }: ItemCardProps): ReactElement {
  const today = dayOf(now);
  return (
    <View id={itemElementId(item.id)} className={here ? 'item item--here' : 'item'}>
      <View className="item__name" {...ariaProps({ role: 'heading', level: 2 })}>
        {item.name}
      </View>
      <View className="item__marks">
        <KindMark kind={item.kind} />
        {item.audiences.map((audience) => (
          <Badge key={audience} text={audience} />
        ))}
      </View>
      <View className="item__when">
        {item.dateText ?? t.programme.noDate}
        {item.place === undefined ? '' : ` · ${item.place}`}
      </View>
      {item.note === undefined ? null : (
        <View className="item__same">
          {t.programme.note}：{item.note}
        </View>
      )}
      {equivalents.map((each) => (
        <Equivalent key={each.id} item={each} campaignId={campaignId} />
      ))}
      {known.map((date) => (
        <KnownDateLine key={date.activity} date={date} today={today} />
      ))}
      <HeldEvents events={held} now={now} />
    </View>
  );
}
