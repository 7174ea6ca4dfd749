/** What a picture is by its first bytes, and what it is refused for. */

export const PICTURE_TYPES = ['image/jpeg', 'image/png'] as const;
export type PictureType = (typeof PICTURE_TYPES)[number];

export type PictureRefusal = 'too-large' | 'not-a-picture' | 'broken' | 'animated' | 'too-many-pixels';

export interface Picture {
  readonly type: PictureType;
  /** As it is stored; with `turned` a program that follows it shows the two the other way round. */
  readonly width: number;
  readonly height: number;
  /** Exif orientation (1 to 8): what a picture needs to be seen upright. */
  readonly turned: number;
  readonly bytes: Buffer;
}

/** Thrown within this room; `cleanPicture` answers with a value. */
export class RefusedPicture extends Error {
  constructor(readonly code: PictureRefusal) {
    super(code);
  }
}

/** The bytes from `from` on; refuses a file that ends before. */
export function slice(bytes: Buffer, from: number, length: number): Buffer {
  if (length < 0 || from + length > bytes.length) throw new RefusedPicture('broken');
  return bytes.subarray(from, from + length);
}
