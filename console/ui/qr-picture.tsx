import type { ReactElement } from 'react';
import { qrMatrix, QUIET_MODULES } from '../../domain/sign-up/qr';

interface QrPictureProps {
  readonly text: string;
  readonly label: string;
  /** In px. */
  readonly size?: number;
}

/** Black on white in every scheme, or scanners miss it. */
export function QrPicture({ text, label, size = 192 }: QrPictureProps): ReactElement {
  const matrix = qrMatrix(text);
  const side = matrix.length + 2 * QUIET_MODULES;
  const path = matrix
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + QUIET_MODULES} ${y + QUIET_MODULES}h1v1h-1z` : '')))
    .join('');
  return (
    <svg role="img" aria-label={label} width={size} height={size} viewBox={`0 0 ${side} ${side}`} className="qr">
      <rect width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}
