import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import type { CardTexts } from '../../../domain/slogan/slogan';
import { sloganCards } from '../../../words/strings';
import { openLink } from '../../platform/phone';
import { Row } from '../../ui/row';

/** Whose texts these are, and where the issuers' own posters are. */
export function CardNotes({ texts, links }: { readonly texts: CardTexts; readonly links: boolean }): ReactElement {
  const { textsFrom, posters } = texts;
  return (
    <View className="card-notes">
      {textsFrom === undefined ? null : <View className="card-notes__borrowed">{sloganCards.borrowed(textsFrom)}</View>}
      {links && posters.length > 0 ? (
        <View className="card">
          {posters.map((address) => (
            <Row
              key={address}
              icon="file-text"
              title={sloganCards.posters}
              text={process.env.TARO_ENV === 'h5' ? sloganCards.postersOpen(address) : sloganCards.postersCopy(address)}
              onTap={() => void openLink(address)}
            />
          ))}
        </View>
      ) : null}
    </View>
  );
}
