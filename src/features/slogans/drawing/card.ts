/** A slogan card in its formats and designs. Drawn in units of 1/360 of its width. */
import type { Design } from '../../../../domain/slogan/card-scene';
import { drawLight } from './light';
import { drawPaperCut } from './paper-cut';
import { drawPoster } from './poster';
import { CARD_SCALE, type CardContent, type Format, FORMATS, type Sheet } from './sheet';
import { drawSolemn } from './solemn';

const DRAWN: Record<Design, (sheet: Sheet) => void> = {
  solemn: drawSolemn,
  light: drawLight,
  'paper-cut': drawPaperCut,
  poster: drawPoster,
};

export function drawCard(
  context: CanvasRenderingContext2D,
  content: CardContent,
  design: Design,
  format: Format,
  scale: number = CARD_SCALE,
): void {
  const { width, height } = FORMATS[format];
  context.save();
  context.setTransform(scale, 0, 0, scale, 0, 0);
  context.clearRect(0, 0, width, height);
  DRAWN[design]({ context, width, height, content });
  context.restore();
}
