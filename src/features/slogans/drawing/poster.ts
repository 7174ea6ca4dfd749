/** 大字: no picture, nothing but type as large as the card can hold, the year cut by the edge, a block of vermilion. */
import { phrasesOf } from '../../../../domain/slogan/slogan';
import { fillBox, fontOf, measureWith, write } from './brush';
import type { Sheet } from './sheet';
import { detailsHeight, drawDetails, drawFoot } from './foot';

const PAPER = '#F4EFE6';
const INK = '#17191D';
const VERMILION = '#B8211B';
const LARGEST = 76;
const LEADING = 1.22;

export function drawPoster(sheet: Sheet): void {
  const { context, width, height, content } = sheet;
  const margin = 26;
  const block = (content.code === null ? 26 : 104) + detailsHeight(sheet);
  fillBox(context, PAPER, 0, 0, width, height);

  // The year, so large that the card cuts it.
  context.save();
  context.beginPath();
  context.rect(0, 0, width, height - block);
  context.clip();
  write(context, {
    text: String(content.year),
    x: width / 2,
    y: height > 400 ? 70 : 40,
    font: fontOf('sans', 168, 900),
    colour: '#E9E1D2',
    align: 'center',
  });
  context.restore();

  fillBox(context, VERMILION, margin, margin, 34, 7);
  write(context, {
    text: content.name,
    x: margin,
    y: margin + 26,
    font: fontOf('sans', 14, 700),
    colour: VERMILION,
    tracking: 1,
  });

  const phrases = phrasesOf(content.text);
  const measure = measureWith(context, 'sans', 900);
  const across = width - 2 * margin;
  const room = height - block - margin - 58;
  const sizes = phrases.map((phrase) => Math.min(LARGEST, (across / measure(phrase, 100)) * 100));
  const total = sizes.reduce((sum, size) => sum + size * LEADING, 0);
  const shrink = Math.min(1, room / total);
  let y = height - block - 18 - total * shrink;
  phrases.forEach((text, index) => {
    const size = (sizes[index] ?? LARGEST) * shrink;
    y += (size * LEADING) / 2;
    write(context, { text, x: margin - size * 0.04, y, font: fontOf('sans', size, 900), colour: INK });
    y += (size * LEADING) / 2;
  });

  fillBox(context, VERMILION, 0, height - block, width, block);
  drawDetails(sheet, { x: margin, y: height - block + 10, width: width - 2 * margin, colour: '#FFFFFF', face: 'sans' });
  drawFoot(sheet, {
    side: margin,
    below: 19,
    title: '#FFFFFF',
    hint: '#FBE7B8',
    ink: INK,
    tile: '#FFFFFF',
    face: 'sans',
  });
}
