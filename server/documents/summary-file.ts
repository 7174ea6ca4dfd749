/** A version of a summary as a file shows it: plain data, so that a thread of its own can make the file. */
import type { Snapshot } from '../summaries/snapshot';
import type { PictureType } from '../pictures/picture';

export interface FilePicture {
  readonly type: PictureType;
  readonly width: number;
  readonly height: number;
  /** Exif orientation. */
  readonly turned: number;
  readonly bytes: Uint8Array;
}

export interface SummaryFile {
  readonly snapshot: Snapshot;
  /** The canonical JSON, whose SHA-256 is `hash`. */
  readonly text: string;
  readonly hash: string;
  readonly year: number;
  /** To whom it goes; `null`: nobody is above. */
  readonly superior: string | null;
  /** The document that asks for it. */
  readonly document: { readonly title: string; readonly documentNo: string } | null;
  /** By id: titles of events that cases name, and pictures. */
  readonly events: Readonly<Record<string, string>>;
  readonly pictures: Readonly<Record<string, FilePicture>>;
  readonly paragraphs: Readonly<Record<string, string>>;
}

/** `2026-09-09 10:00` of an instant on the wire, which is China's time. */
export const minuteOf = (instant: string): string => instant.slice(0, 16).replace('T', ' ');
