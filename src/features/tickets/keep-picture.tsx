import { Image, View } from '@tarojs/components';
import { type ReactElement, useState } from 'react';
import type { MySignUp } from '../../../domain/sign-up/my-sign-ups';
import { ticketPage } from '../../../words/strings';
import { confirmWith, say } from '../../platform/ask';
import { hiddenBoard } from '../../platform/canvas';
import { openAlbumSetting, savePicture } from '../../platform/picture';
import { Row } from '../../ui/row';
import { useOnce } from '../../ui/use-once';
import { drawTicket, TICKET_PIXELS } from './drawing/ticket';
import { ticketContent } from './drawing/content';

interface KeepPictureProps {
  readonly mine: MySignUp;
  /** Epoch ms. */
  readonly now: number;
}

/** The ticket as a picture for the album: at a door without a network, or for a companion's phone. */
export function KeepPicture({ mine, now }: KeepPictureProps): ReactElement {
  const [held, setHeld] = useState<string | null>(null);
  const once = useOnce();
  const words = ticketPage;
  const keep = async (): Promise<boolean> => {
    const content = ticketContent(mine, now);
    const board = content === null ? null : hiddenBoard(TICKET_PIXELS);
    if (content === null || board === null) {
      say(words.saveFailed);
      return false;
    }
    drawTicket(board.context, content);
    const picture = await board.picture();
    const saved = picture === null ? 'failed' : await savePicture(picture, `${words.title}-${mine.event.id}.png`);
    if (saved === 'saved' || saved === 'downloaded') say(words[saved]);
    if (saved === 'failed') say(words.saveFailed);
    if (saved === 'hold' && picture?.kind === 'blob') setHeld(URL.createObjectURL(picture.blob));
    if (saved === 'denied') {
      const { albumTitle: title, albumText: text, albumYes: yes, albumNo: no } = words;
      if ((await confirmWith({ title, text, yes, no })) && (await openAlbumSetting())) return keep();
    }
    return saved === 'saved' || saved === 'downloaded';
  };
  return (
    <>
      <Row
        icon="image"
        title={words.save}
        text={words.saveText}
        onTap={() => {
          once([mine.signUp.id, 'picture'], keep);
        }}
      />
      {held === null ? null : (
        <View className="ticket__held">
          <View>{words.holdText}</View>
          <Image src={held} mode="widthFix" className="ticket__picture" />
        </View>
      )}
    </>
  );
}
