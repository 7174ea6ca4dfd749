import type { CampaignId } from '../../../domain/ids';
import { View } from '@tarojs/components';
import { type ReactElement, useEffect, useMemo, useState } from 'react';
import { inOrder, upcoming } from '../../../domain/event/agenda';
import type { QualityEvent } from '../../../domain/event/event';
import type { OfficialDocument, Paragraph, ProgrammeItem } from '../../../domain/campaign/campaign';
import { t } from '../../../words/strings';
import { scrollToTopOf } from '../../platform/measure';
import { useNow } from '../../sync/now';
import { useReplica } from '../../sync/replica';
import { ariaProps } from '../../ui/a11y';
import { Button } from '../../ui/button';
import { ItemCard, itemElementId } from './item-card';
import { equivalentsOf, itemsUnder } from './paragraph-refs';

interface ParagraphViewProps {
  readonly document: OfficialDocument;
  readonly paragraph: Paragraph;
  readonly campaignId: CampaignId | null;
  /** The item that someone came to see. */
  readonly itemId: string | undefined;
}

/** Left free above an item that is brought into sight: the browser's bar with the way back, and some air. */
const AIR = 64;

/** What is held under each of the items: of a campaign that is on, what is not over. */
function useHeld(
  items: readonly ProgrammeItem[],
  campaignId: CampaignId | null,
  now: number,
): Map<string, QualityEvent[]> {
  const events = useReplica((state) => state.replica.events, campaignId);
  return useMemo(() => {
    const held = new Map(items.map(({ id }) => [id, [] as QualityEvent[]]));
    const under = inOrder([...events.values()].filter(({ programmeId }) => held.has(programmeId)));
    for (const event of campaignId === null ? upcoming(under, now) : under) held.get(event.programmeId)?.push(event);
    return held;
  }, [items, events, campaignId, now]);
}

/** One paragraph of a document: its wording, and the activities that it names. */
export function ParagraphView({ document, paragraph, campaignId, itemId }: ParagraphViewProps): ReactElement {
  const programme = useReplica((state) => state.replica.programme, campaignId);
  const knownDates = useReplica((state) => state.replica.campaign?.knownDates, campaignId) ?? [];
  const now = useNow();
  const [open, setOpen] = useState(false);
  const items = useMemo(() => itemsUnder(document, paragraph.no, programme), [document, paragraph, programme]);
  const held = useHeld(items, campaignId, now);
  useEffect(() => {
    if (itemId !== undefined) void scrollToTopOf(itemElementId(itemId), AIR);
  }, [itemId]);
  return (
    <View className="paragraph">
      <View className="paragraph__no">
        {document.documentNo} · {paragraph.part}
      </View>
      <View className="paragraph__title" {...ariaProps({ role: 'heading', level: 1 })}>
        {paragraph.no} {paragraph.title}
      </View>
      <View className={`paragraph__text ${open ? '' : 'paragraph__text--folded'}`}>{paragraph.text}</View>
      <Button
        look="quiet"
        text={open ? t.programme.hideOriginal : t.programme.original}
        onTap={() => {
          setOpen(!open);
        }}
      />
      <View className="card">
        {items.map((item) => (
          <ItemCard
            key={item.id}
            item={item}
            campaignId={campaignId}
            equivalents={equivalentsOf(item, programme)}
            known={knownDates.filter(({ programmeId }) => programmeId === item.id)}
            held={held.get(item.id) ?? []}
            here={item.id === itemId}
            now={now}
          />
        ))}
      </View>
    </View>
  );
}
