import { Image, View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { sloganCards } from '../../../words/strings';
import { meaning } from '../../ui/a11y';
import { Button } from '../../ui/button';
import { ShareButton } from '../../ui/share-button';
import type { CardActs } from './use-card-acts';

function News({ acts }: { readonly acts: CardActs }): ReactElement | null {
  const { news, openAlbum, close } = acts;
  if (news === null) return null;
  if (news.kind === 'said') {
    return (
      <View className="card-news" {...meaning({ role: 'status' })}>
        {news.text}
      </View>
    );
  }
  if (news.kind === 'denied') {
    return (
      <View className="card-news card-news--denied" {...meaning({ role: 'alert' })}>
        <View className="card-news__title">{sloganCards.deniedTitle}</View>
        <View>{sloganCards.deniedText}</View>
        <View className="card-news__ways">
          <Button text={sloganCards.deniedOpen} look="main" onTap={openAlbum} />
          <Button text={sloganCards.close} look="quiet" onTap={close} />
        </View>
      </View>
    );
  }
  return (
    <View className="card-hold" {...meaning({ role: 'alert' })}>
      <View>{sloganCards.holdTitle}</View>
      <Image
        className="card-hold__picture"
        src={news.address}
        mode="aspectFit"
        {...meaning({ role: 'img', label: sloganCards.title })}
      />
      <Button text={sloganCards.close} onTap={close} />
    </View>
  );
}

/** The two things that one does with a card. */
export function CardFooter({ acts }: { readonly acts: CardActs }): ReactElement {
  return (
    <View>
      <News acts={acts} />
      <View className="card-footer">
        <Button text={sloganCards.save} onTap={acts.save} />
        <ShareButton text={sloganCards.share} look="main" onTap={acts.send} />
      </View>
    </View>
  );
}
