import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { inOrder, type TimedEvent } from '../../../domain/event/agenda';
import { parseScene } from '../../../domain/slogan/card-scene';
import { type CardTexts, stampYear } from '../../../domain/slogan/slogan';
import { EventWait } from '../../features/event/event-wait';
import { eventCard } from '../../features/event/share-card';
import { AppScreen } from '../../features/settings/app-screen';
import { CardFooter } from '../../features/slogans/card-footer';
import { CardNotes } from '../../features/slogans/card-notes';
import { CARD_AREA, CardView } from '../../features/slogans/card-view';
import { CardWait } from '../../features/slogans/card-wait';
import { InvitationView } from '../../features/slogans/invitation-view';
import { useCardActs } from '../../features/slogans/use-card-acts';
import { useCardCode } from '../../features/slogans/use-card-code';
import { type Start, useCards } from '../../features/slogans/use-cards';
import { useDrawnCard, useSharePictures } from '../../features/slogans/use-drawn-card';
import { useInvitation } from '../../features/slogans/use-invitation';
import { sloganCards } from '../../../words/strings';
import { usePageId, usePageParam, usePageTitle } from '../../platform/navigation';
import { isSinglePage, useShare } from '../../platform/share';
import { useCardTexts } from '../../sync/card-texts';
import { useShownEvent } from '../../sync/fetched-events';
import { useNow } from '../../sync/now';
import './index.scss';

interface ReadyProps {
  readonly texts: CardTexts;
  /** What a link names: of the campaign's cards, if it is the one whose cards these are. */
  readonly start: Start & { readonly campaign?: string };
}

function Ready({ texts, start }: ReadyProps): ReactElement {
  const others = start.campaign !== undefined && start.campaign !== texts.id;
  const cards = useCards(texts, others ? { design: start.design } : start);
  const { content, design } = cards;
  const isMini = process.env.TARO_ENV !== 'h5';
  const code = useCardCode(cards.place, isMini && texts.miniProgramCode === true);
  const drawn = useDrawnCard(CARD_AREA, cards, code);
  const single = isSinglePage();
  const { friend, timeline } = useSharePictures(content, design, isMini && !single);
  const acts = useCardActs(cards, drawn.takePicture);
  useShare({ ...cards.link, imageUrl: friend, timelineImageUrl: timeline });
  return (
    <AppScreen title={sloganCards.title} footer={single ? undefined : <CardFooter acts={acts} />}>
      {single ? <View className="card-told">{sloganCards.singlePage}</View> : null}
      {others ? <View className="card-told">{sloganCards.others(stampYear(texts))}</View> : null}
      <CardView cards={cards} drawn={drawn.label} />
      <CardNotes texts={texts} links={!single} />
    </AppScreen>
  );
}

function InvitationReady({
  timed,
  design,
}: {
  readonly timed: TimedEvent;
  readonly design: string | undefined;
}): ReactElement {
  const now = useNow();
  const invitation = useInvitation(timed, design, now);
  const drawn = useDrawnCard(CARD_AREA, invitation, null);
  const isMini = process.env.TARO_ENV !== 'h5';
  const { friend, timeline } = useSharePictures(invitation.content, invitation.design, isMini && !isSinglePage());
  const acts = useCardActs(invitation, drawn.takePicture);
  // A friend who taps the card lands at the event, not at a poster of it.
  useShare({ ...eventCard(timed.event.id, timed, now), imageUrl: friend, timelineImageUrl: timeline });
  usePageTitle(sloganCards.invite.title);
  return (
    <AppScreen title={sloganCards.invite.title} footer={isSinglePage() ? undefined : <CardFooter acts={acts} />}>
      <InvitationView invitation={invitation} drawn={drawn.label} />
    </AppScreen>
  );
}

function InvitationPage({ id }: { readonly id: string }): ReactElement {
  const { event, state } = useShownEvent(id);
  const design = usePageParam('design');
  const timed = event === undefined ? undefined : inOrder([event])[0];
  if (timed !== undefined) return <InvitationReady timed={timed} design={design} />;
  return (
    <AppScreen title={sloganCards.invite.title}>
      <EventWait id={id} state={state} />
    </AppScreen>
  );
}

function SloganCards(): ReactElement {
  const linked = { campaign: usePageId('campaign'), card: usePageId('card'), design: usePageId('design') };
  // What a mini-program code carries.
  const start = parseScene(usePageParam('scene') ?? '') ?? linked;
  const { texts, problem, retry } = useCardTexts(start.campaign);
  if (texts !== null) return <Ready key={texts.id} texts={texts} start={start} />;
  return (
    <AppScreen title={sloganCards.title}>
      <CardWait problem={problem} onRetry={retry} />
    </AppScreen>
  );
}

/** Slogan cards; with an event in the address, the poster that invites to it. */
export default function SlogansPage(): ReactElement {
  const event = usePageId('event');
  return event === undefined ? <SloganCards /> : <InvitationPage id={event} />;
}
