/** 剪纸: one red sheet on rice paper, folded and cut — a rosette above, flowers at the corners — all by code. */
import { layoutPhrases } from '../../../../domain/slogan/slogan';
import { around, fillBox, fillCircle, fontOf, measureWith, write } from './brush';
import type { Sheet } from './sheet';
import { detailsHeight, drawDetails, drawFoot } from './foot';

const RICE = '#FAF1E0';
const RED = '#B8211B';
type Context = CanvasRenderingContext2D;

/** A petal from `from` to `to` along the ray that points up, at its widest in the middle. */
function petal(context: Context, colour: string, from: number, to: number, breadth: number): void {
  context.fillStyle = colour;
  context.beginPath();
  context.moveTo(0, -from);
  context.bezierCurveTo(breadth, -(from + (to - from) * 0.35), breadth * 0.7, -(from + (to - from) * 0.8), 0, -to);
  context.bezierCurveTo(-breadth * 0.7, -(from + (to - from) * 0.8), -breadth, -(from + (to - from) * 0.35), 0, -from);
  context.fill();
}

/** 月牙纹: the cut that every scissors' apprentice learns first. */
function crescent(context: Context, colour: string, at: number, breadth: number, depth: number): void {
  context.fillStyle = colour;
  context.beginPath();
  context.moveTo(-breadth, -at);
  context.quadraticCurveTo(0, -at - depth * 2, breadth, -at);
  context.quadraticCurveTo(0, -at - depth * 0.7, -breadth, -at);
  context.fill();
}

/** 锯齿纹: teeth between two radii. */
function teeth(context: Context, colour: string, inner: number, outer: number, spread: number): void {
  context.fillStyle = colour;
  context.beginPath();
  context.moveTo(-spread, -inner);
  context.lineTo(0, -outer);
  context.lineTo(spread, -inner);
  context.fill();
}

/** 团花 of radius `r`: red paper, cut out in the colour of what lies below. */
function drawRosette(context: Context, x: number, y: number, r: number): void {
  const part = (share: number): number => r * share;
  around(context, x, y, 16, () => {
    fillCircle(context, RED, 0, -part(0.9), part(0.185));
  });
  fillCircle(context, RED, x, y, part(0.93));
  around(context, x, y, 16, () => {
    fillCircle(context, RICE, 0, -part(0.93), part(0.055));
    crescent(context, RICE, part(0.8), part(0.115), part(0.035));
  });
  context.strokeStyle = RICE;
  context.lineWidth = part(0.014);
  context.beginPath();
  context.arc(x, y, part(0.755), 0, Math.PI * 2);
  context.stroke();
  around(context, x, y, 48, () => {
    teeth(context, RICE, part(0.67), part(0.735), part(0.026));
  });
  around(context, x, y, 8, () => {
    petal(context, RICE, part(0.24), part(0.66), part(0.17));
    petal(context, RED, part(0.29), part(0.61), part(0.118));
    petal(context, RICE, part(0.35), part(0.54), part(0.05));
  });
  context.save();
  context.translate(x, y);
  context.rotate(Math.PI / 8);
  context.translate(-x, -y);
  around(context, x, y, 8, () => {
    petal(context, RICE, part(0.46), part(0.65), part(0.062));
    fillCircle(context, RICE, 0, -part(0.38), part(0.03));
  });
  context.restore();
  fillCircle(context, RICE, x, y, part(0.225));
  around(context, x, y, 8, () => {
    petal(context, RED, part(0.05), part(0.205), part(0.068));
  });
  fillCircle(context, RICE, x, y, part(0.055));
}

/** 角花: a quarter of a flower in the corner that `turnX`, `turnY` point away from. */
function drawCorner(context: Context, x: number, y: number, turnX: 1 | -1, turnY: 1 | -1): void {
  context.save();
  context.translate(x, y);
  context.scale(turnX, turnY);
  context.fillStyle = RED;
  context.beginPath();
  context.moveTo(0, 0);
  context.lineTo(62, 0);
  context.quadraticCurveTo(46, 7, 41, 19);
  context.quadraticCurveTo(27, 16, 25, 25);
  context.quadraticCurveTo(16, 27, 19, 41);
  context.quadraticCurveTo(7, 46, 0, 62);
  context.closePath();
  context.fill();
  for (const angle of [22.5, 45, 67.5]) {
    context.save();
    context.rotate(((angle + 90) * Math.PI) / 180);
    petal(context, RICE, 5, angle === 45 ? 29 : 32, 3.6);
    context.restore();
  }
  context.restore();
}

/** A ruled edge with teeth, as cut from folded paper. */
function drawEdges(context: Context, width: number, height: number, inset: number): void {
  const gap = 66;
  const tooth = 6;
  const cut = (from: number, to: number, put: (at: number, lift: number) => [number, number]): void => {
    const count = Math.max(1, Math.round((to - from) / tooth));
    const step = (to - from) / count;
    context.beginPath();
    context.moveTo(...put(from, 0));
    for (let index = 0; index < count; index += 1) {
      context.lineTo(...put(from + (index + 0.5) * step, 4.2));
      context.lineTo(...put(from + (index + 1) * step, 0));
    }
    context.lineTo(...put(to, -1.6));
    context.lineTo(...put(from, -1.6));
    context.closePath();
    context.fillStyle = RED;
    context.fill();
  };
  cut(gap, width - gap, (at, lift) => [at, inset + lift]);
  cut(gap, width - gap, (at, lift) => [at, height - inset - lift]);
  cut(gap, height - gap, (at, lift) => [inset + lift, at]);
  cut(gap, height - gap, (at, lift) => [width - inset - lift, at]);
}

export function drawPaperCut(sheet: Sheet): void {
  const { context, width, height, content } = sheet;
  fillBox(context, RICE, 0, 0, width, height);
  const inset = 10;
  drawEdges(context, width, height, inset);
  const at = inset - 1.6;
  drawCorner(context, at, at, 1, 1);
  drawCorner(context, width - at, at, -1, 1);
  drawCorner(context, at, height - at, 1, -1);
  drawCorner(context, width - at, height - at, -1, -1);

  const tall = height > 400;
  const r = tall ? 88 : 52;
  const middle = tall ? 124 : 76;
  drawRosette(context, width / 2, middle, r);

  const foot = (content.code === null ? 22 : 96) + detailsHeight(sheet);
  const top = middle + r + (tall ? 12 : 8);
  write(context, {
    text: content.name,
    x: width / 2,
    y: top + 10,
    font: fontOf('serif', 13, 700),
    colour: '#7F5716',
    align: 'center',
    tracking: 1.5,
  });
  const room = { width: width - 56, height: height - foot - top - 24 };
  const layout = layoutPhrases(
    content.text,
    measureWith(context, 'serif', 900),
    room,
    [46, 42, 38, 34, 32, 30, 28],
    1.4,
  );
  const first = top + 24 + (room.height - (layout.lines.length - 1) * layout.lineHeight) / 2;
  layout.lines.forEach((text, line) => {
    write(context, {
      text,
      x: width / 2,
      y: first + line * layout.lineHeight,
      font: fontOf('serif', layout.size, 900),
      colour: RED,
      align: 'center',
    });
  });
  drawDetails(sheet, { x: 48, y: height - foot - 4, width: width - 96, colour: '#5A4634', face: 'serif' });
  drawFoot(sheet, { side: 48, below: 30, title: RED, hint: '#5B6169', ink: '#8E150F', tile: RICE, face: 'serif' });
}
