/** QR codes (ISO/IEC 18004) as a matrix; whoever shows one draws it with what is at hand. */
import qrcode from 'qrcode-generator';

/** Rows of modules, top to bottom; `true` is dark. Without the quiet zone: leave four modules of light around it. */
export type QrMatrix = readonly (readonly boolean[])[];

/** How much of the code may be damaged or covered: about 7, 15, 25, 30 %. */
export type QrRecovery = 'L' | 'M' | 'Q' | 'H';

export const QUIET_MODULES = 4;

/** What fits the compact mode of capitals and digits. */
const ALPHANUMERIC = /^[0-9A-Z $%*+\-./:]+$/;

/** The library takes bytes as characters; readers expect UTF-8. */
function utf8(text: string): string {
  return encodeURIComponent(text).replace(/%([0-9A-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
}

/** The smallest code that carries the text. Throws on text that no code can hold (about 2,300 bytes at `M`). */
export function qrMatrix(text: string, recovery: QrRecovery = 'M'): QrMatrix {
  const code = qrcode(0, recovery);
  if (ALPHANUMERIC.test(text)) code.addData(text, 'Alphanumeric');
  else code.addData(utf8(text), 'Byte');
  code.make();
  const modules = Array.from({ length: code.getModuleCount() }, (_, index) => index);
  return modules.map((row) => modules.map((column) => code.isDark(row, column)));
}
