/** QR codes (ISO/IEC 18004) as a matrix; each caller draws it with the means it has. */
import { encode } from 'uqr';

/** Rows of modules, top to bottom; `true` is dark. Without the quiet zone: leave four modules of light around it. */
export type QrMatrix = readonly (readonly boolean[])[];

/** How much of the code may be damaged or covered: about 7, 15, 25, 30 %. */
export type QrRecovery = 'L' | 'M' | 'Q' | 'H';

export const QUIET_MODULES = 4;

/**
 * Always the same, against the letter of the standard, which has an encoder try all eight and take the evenest (ISO/IEC
 * 18004, 7.8): a reader is told which it is and reads any, and trying them is most of the work of making a code.
 */
const MASK = 2;

/** The smallest code that carries the text. Throws on text that no code can hold (about 2,300 bytes at `M`). */
export function qrMatrix(text: string, recovery: QrRecovery = 'M'): QrMatrix {
  return encode(text, { ecc: recovery, border: 0, maskPattern: MASK }).data;
}
