/** Puts the card on its board as soon as either changes, and keeps pictures of it ready for WeChat's share menu. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Design } from '../../../domain/slogan/card-scene';
import { sloganCards } from '../../../words/strings';
import { hiddenBoard, openBoard, type Picture, type DrawingSurface } from '../../platform/canvas';
import { drawCard } from './drawing/card';
import { CARD_SCALE, type CardContent, type Format, FORMATS } from './drawing/sheet';

const pixelsOf = (format: Format, scale: number): { width: number; height: number } => ({
  width: FORMATS[format].width * scale,
  height: FORMATS[format].height * scale,
});

function drawOn(board: DrawingSurface, content: CardContent, design: Design, format: Format, scale: number): void {
  board.resize(pixelsOf(format, scale));
  drawCard(board.context, content, design, format, scale);
}

/** The picture at a `data:` address once the board can draw it. */
function useLoaded(board: DrawingSurface | null, address: string | null): CanvasImageSource | null {
  const [loaded, setLoaded] = useState<{ readonly of: string; readonly picture: CanvasImageSource } | null>(null);
  useEffect(() => {
    if (board === null || address === null) return;
    let left = false;
    void board.load(address).then((picture) => {
      if (!left && picture !== null) setLoaded({ of: address, picture });
    });
    return () => {
      left = true;
    };
  }, [board, address]);
  return loaded?.of === address ? loaded.picture : null;
}

/** What is to be drawn, and what it is in words. */
export interface DrawnOf {
  readonly content: CardContent;
  readonly design: Design;
  readonly format: Format;
  readonly label: string;
}

interface DrawnCard {
  /** The drawn card in words. */
  readonly label: string;
  /** Of the card that is chosen, be it drawn by then or not. */
  readonly takePicture: () => Promise<Picture | null>;
}

/** Draws on the area `id`, with the code at `codeAddress` as soon as it can. */
export function useDrawnCard(
  id: string,
  { content, design, format, label }: DrawnOf,
  codeAddress: string | null,
): DrawnCard {
  const [board, setBoard] = useState<DrawingSurface | null>(null);
  const [drawn, setDrawn] = useState<string>(sloganCards.loading);
  const latest = useRef<DrawingSurface | null>(null);
  const unfinished = useRef<(() => void) | null>(null);
  useEffect(() => {
    let left = false;
    void openBoard(id).then((opened) => {
      if (left) return;
      latest.current = opened;
      setBoard(opened);
    });
    return () => {
      left = true;
    };
  }, [id]);
  const picture = useLoaded(board, codeAddress);
  useEffect(() => {
    if (board === null) return;
    const { code } = content;
    const coded = picture === null || code === null ? content : { ...content, code: { ...code, picture } };
    const finish = (): void => {
      if (unfinished.current !== finish) return;
      unfinished.current = null;
      drawOn(board, coded, design, format, CARD_SCALE);
      setDrawn(label);
    };
    unfinished.current = finish;
    // In two steps: on a slow phone there is room for a finger in between.
    let timer = setTimeout(() => {
      if (picture === null) code?.matrix();
      timer = setTimeout(finish);
    });
    return () => {
      clearTimeout(timer);
    };
  }, [board, content, design, format, label, picture]);
  const takePicture = useCallback(() => {
    unfinished.current?.();
    return latest.current?.picture() ?? Promise.resolve(null);
  }, []);
  return { label: drawn, takePicture };
}

/** WeChat shows them small; more pixels would only make the person wait. */
const SHARE_SCALE = 2;
/** Not while somebody leafs through. */
const SHARE_DELAY_MS = 200;

export interface SharePictures {
  readonly friend?: string;
  readonly timeline?: string;
}

const pathOf = (picture: Picture | null): string | undefined => (picture?.kind === 'file' ? picture.path : undefined);

async function makeSharePictures(content: CardContent, design: Design): Promise<SharePictures> {
  const board = hiddenBoard(pixelsOf('wide', SHARE_SCALE));
  if (board === null) return {};
  // Who gets the card taps it: a code would only take room, and the message says when and where.
  const tapped = { ...content, code: null, details: undefined };
  drawOn(board, tapped, design, 'wide', SHARE_SCALE);
  const friend = pathOf(await board.picture());
  drawOn(board, tapped, design, 'square', SHARE_SCALE);
  const timeline = pathOf(await board.picture());
  return { friend, timeline };
}

/** Pictures of this card for a friend (5:4) and the timeline (1:1). WeChat asks for them at once, so they are ready before. */
export function useSharePictures(content: CardContent, design: Design, wanted: boolean): SharePictures {
  const [made, setMade] = useState<{ readonly of: CardContent; readonly design: Design } & SharePictures>();
  useEffect(() => {
    if (!wanted) return;
    let left = false;
    const timer = setTimeout(() => {
      void makeSharePictures(content, design).then((pictures) => {
        if (!left) setMade({ ...pictures, of: content, design });
      });
    }, SHARE_DELAY_MS);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [content, design, wanted]);
  // The last card's picture would be worse than WeChat's own of the page.
  return made?.of === content && made.design === design ? made : {};
}
