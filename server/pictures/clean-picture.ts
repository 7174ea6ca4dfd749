/** A picture that somebody sends, cleaned of metadata before anything is kept (docs/rules.md, "Summaries", rule 2). */
import { cleanJpeg } from './jpeg';
import { type Picture, type PictureRefusal, RefusedPicture } from './picture';
import { cleanPng } from './png';

export const MOST_PICTURE_BYTES = 2 * 1024 * 1024;
const MOST_PIXELS = 40_000_000;
const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export type CleanedPicture =
  { readonly ok: true; readonly picture: Picture } | { readonly ok: false; readonly code: PictureRefusal };

function clean(bytes: Buffer): Picture {
  if (bytes.length > MOST_PICTURE_BYTES) throw new RefusedPicture('too-large');
  if (bytes.length > 3 && bytes.readUIntBE(0, 3) === 0xffd8ff) return cleanJpeg(bytes);
  if (bytes.subarray(0, PNG_SIGNATURE.length).equals(PNG_SIGNATURE)) return cleanPng(bytes);
  throw new RefusedPicture('not-a-picture');
}

/** By the first bytes, whatever the file is called. */
export function cleanPicture(bytes: Buffer): CleanedPicture {
  try {
    const picture = clean(bytes);
    const pixels = picture.width * picture.height;
    if (pixels === 0) return { ok: false, code: 'broken' };
    return pixels > MOST_PIXELS ? { ok: false, code: 'too-many-pixels' } : { ok: true, picture };
  } catch (error) {
    if (error instanceof RefusedPicture) return { ok: false, code: error.code };
    throw error;
  }
}
