import { type QrMatrix, qrMatrix, QUIET_MODULES } from '../../domain/sign-up/qr';

/** One path of all dark runs, row by row, so that the picture is a kilobyte or two. */
function pathOf(matrix: QrMatrix): string {
  const runs: string[] = [];
  matrix.forEach((row, y) => {
    for (let x = 0; x < row.length; x += 1) {
      if (row[x] !== true) continue;
      const from = x;
      while (row[x + 1] === true) x += 1;
      const length = x - from + 1;
      runs.push(`M${from + QUIET_MODULES} ${y + QUIET_MODULES}h${length}v1h-${length}z`);
    }
  });
  return runs.join('');
}

/** The code as a picture without a file: it needs no network and no canvas, and is sharp at any size. */
export function qrPicture(text: string): string {
  // A ticket is scanned from scratched screens and creased paper.
  const matrix = qrMatrix(text, 'H');
  const size = matrix.length + 2 * QUIET_MODULES;
  const svg =
    `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${size} ${size}' shape-rendering='crispEdges'>` +
    `<rect width='${size}' height='${size}' fill='#fff'/><path d='${pathOf(matrix)}' fill='#000'/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
