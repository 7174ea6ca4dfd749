/** 素雅: upright type in columns on paper, a sun and far hills, a seal with the year. */
import { layoutColumns } from '../../../../domain/slogan/slogan';
import { drawCode, fillCircle, fontOf, roundedPath, write } from './brush';
import { CARD_SCALE, type Sheet } from './sheet';
import { CODE_SIDE, drawDetails } from './foot';

const INK = '#2B2521';
const SEAL = '#B8211B';

/** Heights of a ridge at even steps from left to right, as parts of the card's height from below. */
const RIDGES = [
  { colour: 'rgba(154, 107, 31, 0.13)', heights: [0.3, 0.34, 0.27, 0.31, 0.24, 0.29, 0.33] },
  { colour: 'rgba(31, 111, 84, 0.14)', heights: [0.2, 0.26, 0.23, 0.17, 0.23, 0.27, 0.22] },
  { colour: 'rgba(31, 111, 84, 0.20)', heights: [0.17, 0.13, 0.18, 0.2, 0.14, 0.12, 0.17] },
] as const;

function drawHills({ context, width, height }: Sheet): void {
  for (const { colour, heights } of RIDGES) {
    const step = width / (heights.length - 1);
    const y = (index: number): number => height * (1 - (heights[index] ?? 0));
    context.beginPath();
    context.moveTo(0, height);
    context.lineTo(0, y(0));
    for (let index = 0; index < heights.length - 1; index += 1) {
      const middle = (index + 0.5) * step;
      context.bezierCurveTo(middle, y(index), middle, y(index + 1), (index + 1) * step, y(index + 1));
    }
    context.lineTo(width, height);
    context.closePath();
    context.fillStyle = colour;
    context.fill();
  }
}

function drawSeal({ context, content }: Sheet, x: number, y: number): void {
  const characters = ['质', '量', '月'];
  roundedPath(context, x, y, 26, 68, 3);
  context.fillStyle = SEAL;
  context.fill();
  context.strokeStyle = '#FBF7EE';
  context.lineWidth = 0.8;
  roundedPath(context, x + 2.5, y + 2.5, 21, 63, 2);
  context.stroke();
  characters.forEach((text, row) => {
    write(context, {
      text,
      x: x + 13,
      y: y + 15 + row * 19,
      font: fontOf('serif', 15, 700),
      colour: '#FBF7EE',
      align: 'center',
    });
  });
  write(context, {
    text: String(content.year),
    x: x + 13,
    y: y + 80,
    font: fontOf('serif', 12, 700),
    colour: SEAL,
    align: 'center',
  });
}

/** Below the columns' free side: whose texts these are, and the code. */
function drawSignature({ context, height, content }: Sheet): void {
  const { code } = content;
  if (code === null) return;
  const top = height - 30 - CODE_SIDE;
  const line = { x: 32, colour: INK };
  write(context, { ...line, text: content.name, y: top - 54, font: fontOf('serif', 13, 700) });
  write(context, { ...line, text: content.label, y: top - 34, font: fontOf('serif', 13) });
  write(context, { ...line, text: code.hint, y: top - 14, font: fontOf('sans', 12) });
  drawCode(context, code, { x: 30, y: top, side: CODE_SIDE, ink: INK, tile: '#FBF7EE', pixels: CARD_SCALE });
}

export function drawLight(sheet: Sheet): void {
  const { context, width, height, content } = sheet;
  const paper = context.createLinearGradient(0, 0, 0, height);
  paper.addColorStop(0, '#FDFBF5');
  paper.addColorStop(1, '#F3EBDB');
  context.fillStyle = paper;
  context.fillRect(0, 0, width, height);
  fillCircle(context, 'rgba(214, 80, 60, 0.16)', width * 0.3, height * 0.27, width * 0.17);
  drawHills(sheet);
  context.strokeStyle = 'rgba(154, 107, 31, 0.45)';
  context.lineWidth = 0.7;
  context.strokeRect(12, 12, width - 24, height - 24);

  const left = content.code === null ? 96 : 170;
  const box = { x: left, y: 32, width: width - left - 34, height: height - 64 };
  const { glyphs, size } = layoutColumns(content.text, box, [54, 50, 46, 42, 40, 38, 36, 34, 32, 30, 28, 26, 24, 22], {
    spacing: 1.14,
    gap: 1.8,
  });
  const ground = Math.max(0, ...glyphs.map(({ x }) => x)) + size / 2;
  for (const { character, x, y } of glyphs) {
    write(context, {
      text: character,
      x: box.x + x + (box.width - ground),
      y: box.y + y,
      font: fontOf('serif', size, 700),
      colour: INK,
      align: 'center',
    });
  }
  drawSeal(sheet, 32, 34);
  drawDetails(sheet, { x: 32, y: 136, width: 124, height: height - 316, colour: INK, face: 'serif' });
  drawSignature(sheet);
}
