/** 庄重红: a vermilion ground lit from above, gold fretwork at the corners, the slogan in Song type. */
import { layoutPhrases } from '../../../../domain/slogan/slogan';
import { fillPolygon, fontOf, measureWith, write } from './brush';
import type { Sheet } from './sheet';
import { detailsHeight, drawDetails, drawFoot } from './foot';

const GOLD = '#F0D9A4';
const PALE = '#FFF6E2';

function drawGround({ context, width, height }: Sheet): void {
  const light = context.createRadialGradient(width / 2, height * 0.34, 10, width / 2, height * 0.34, height * 0.82);
  light.addColorStop(0, '#D2372C');
  light.addColorStop(0.5, '#B4211A');
  light.addColorStop(1, '#7C100B');
  context.fillStyle = light;
  context.fillRect(0, 0, width, height);
  context.save();
  context.translate(width / 2, -height * 0.12);
  context.globalAlpha = 0.055;
  const reach = height * 1.4;
  // All rays at one stroke: a canvas without graphics hardware goes over the whole card at each.
  context.beginPath();
  for (let ray = -9; ray <= 9; ray += 1) {
    const from = ((ray - 0.28) * Math.PI) / 26;
    const to = ((ray + 0.28) * Math.PI) / 26;
    context.moveTo(0, 0);
    context.lineTo(Math.sin(from) * reach, Math.cos(from) * reach);
    context.lineTo(Math.sin(to) * reach, Math.cos(to) * reach);
    context.closePath();
  }
  context.fillStyle = GOLD;
  context.fill();
  context.restore();
}

/** Ribbons of silk along the lower edge. */
function drawSilk({ context, width, height }: Sheet): void {
  const bands = [
    [0.25, 0.1, 0.1],
    [0.225, 0.16, 0.12],
  ] as const;
  for (const [rise, swing, alpha] of bands) {
    const y = height * (1 - rise);
    context.save();
    context.globalAlpha = alpha;
    context.beginPath();
    context.moveTo(0, y);
    context.bezierCurveTo(width * 0.3, y - height * swing, width * 0.62, y + height * swing * 0.7, width, y - 10);
    context.lineTo(width, height);
    context.lineTo(0, height);
    context.closePath();
    context.fillStyle = '#5E0806';
    context.fill();
    context.globalAlpha = alpha * 2.4;
    context.strokeStyle = GOLD;
    context.lineWidth = 0.7;
    context.stroke();
    context.restore();
  }
}

/** 回纹: one stroke that winds into itself. */
const FRET = [
  [0, 34],
  [0, 0],
  [34, 0],
  [34, 7],
  [7, 7],
  [7, 20],
  [20, 20],
  [20, 13],
  [13.5, 13],
] as const;

function drawFrame({ context, width, height }: Sheet): void {
  const inset = 14;
  context.save();
  context.strokeStyle = GOLD;
  context.lineWidth = 1.1;
  context.lineJoin = 'miter';
  for (const [x, y, turnX, turnY] of [
    [inset, inset, 1, 1],
    [width - inset, inset, -1, 1],
    [inset, height - inset, 1, -1],
    [width - inset, height - inset, -1, -1],
  ] as const) {
    context.save();
    context.translate(x, y);
    context.scale(turnX, turnY);
    context.beginPath();
    FRET.forEach(([toX, toY], index) => {
      if (index === 0) context.moveTo(toX, toY);
      else context.lineTo(toX, toY);
    });
    context.stroke();
    context.restore();
  }
  const gap = 42;
  context.lineWidth = 0.8;
  context.beginPath();
  for (const y of [inset, height - inset]) {
    context.moveTo(inset + gap, y);
    context.lineTo(width - inset - gap, y);
  }
  for (const x of [inset, width - inset]) {
    context.moveTo(x, inset + gap);
    context.lineTo(x, height - inset - gap);
  }
  context.stroke();
  context.restore();
}

function drawRule({ context, width }: Sheet, y: number): void {
  const half = 58;
  for (const side of [-1, 1]) {
    fillPolygon(context, GOLD, [
      [width / 2 + side * 10, y - 0.6],
      [width / 2 + side * half, y],
      [width / 2 + side * 10, y + 0.6],
    ]);
  }
  fillPolygon(context, GOLD, [
    [width / 2, y - 4],
    [width / 2 + 4, y],
    [width / 2, y + 4],
    [width / 2 - 4, y],
  ]);
}

export function drawSolemn(sheet: Sheet): void {
  const { context, width, height, content } = sheet;
  drawGround(sheet);
  drawSilk(sheet);
  drawFrame(sheet);
  const foot = (content.code === null ? 0 : 88) + detailsHeight(sheet);
  const top = height > 400 ? 62 : 46;
  write(context, {
    text: content.name,
    x: width / 2,
    y: top,
    font: fontOf('serif', 15, 700),
    colour: GOLD,
    align: 'center',
    tracking: 2,
  });
  drawRule(sheet, top + 22);
  const room = { width: width - 60, height: height - foot - top - 60 };
  const layout = layoutPhrases(
    content.text,
    measureWith(context, 'serif', 900),
    room,
    [54, 48, 44, 40, 36, 32, 30],
    1.5,
  );
  const middle = top + 34 + (height - foot - top - 34 - 16) / 2;
  const first = middle - ((layout.lines.length - 1) * layout.lineHeight) / 2;
  context.save();
  context.shadowColor = 'rgba(60, 0, 0, 0.45)';
  context.shadowBlur = 18;
  context.shadowOffsetY = 6;
  layout.lines.forEach((text, line) => {
    write(context, {
      text,
      x: width / 2,
      y: first + line * layout.lineHeight,
      font: fontOf('serif', layout.size, 900),
      colour: PALE,
      align: 'center',
    });
  });
  context.restore();
  drawDetails(sheet, { x: 34, y: height - foot - 12, width: width - 68, colour: PALE, face: 'serif' });
  drawFoot(sheet, { side: 34, below: 34, title: PALE, hint: GOLD, ink: '#7C100B', tile: '#FFFFFF', face: 'serif' });
}
