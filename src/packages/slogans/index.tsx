import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { parseScene } from '../../domain/card-scene';
import { type CardTexts, stampYear } from '../../domain/slogan';
import { AppScreen } from '../../features/settings/app-screen';
import { CardFooter } from '../../features/slogans/card-footer';
import { CardNotes } from '../../features/slogans/card-notes';
import { CARD_AREA, CardView } from '../../features/slogans/card-view';
import { CardWait } from '../../features/slogans/card-wait';
import { useCardActs } from '../../features/slogans/use-card-acts';
import { useCardCode } from '../../features/slogans/use-card-code';
import { type Start, useCards } from '../../features/slogans/use-cards';
import { useDrawnCard, useSharePictures } from '../../features/slogans/use-drawn-card';
import { t } from '../../i18n/strings';
import { usePageId, usePageParam } from '../../platform/navigation';
import { isSinglePage, useShare } from '../../platform/share';
import { useCardTexts } from '../../sync/card-texts';
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
    <AppScreen title={t.slogans.title} footer={single ? undefined : <CardFooter acts={acts} />}>
      {single ? <View className="card-told">{t.slogans.singlePage}</View> : null}
      {others ? <View className="card-told">{t.slogans.others(stampYear(texts))}</View> : null}
      <CardView cards={cards} drawn={drawn.label} />
      <CardNotes texts={texts} links={!single} />
    </AppScreen>
  );
}

export default function SlogansPage(): ReactElement {
  const linked = { campaign: usePageId('campaign'), card: usePageId('card'), design: usePageId('design') };
  // What a mini-program code carries.
  const start = parseScene(usePageParam('scene') ?? '') ?? linked;
  const { texts, problem, retry } = useCardTexts(start.campaign);
  if (texts !== null) return <Ready key={texts.id} texts={texts} start={start} />;
  return (
    <AppScreen title={t.slogans.title}>
      <CardWait problem={problem} onRetry={retry} />
    </AppScreen>
  );
}
