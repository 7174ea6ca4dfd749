/** Something that WeChat's tools refuse, where it is in its file. */
export interface Fault {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** The place of an offset, counted from 1 as editors count. */
export function faultAt(source: string, offset: number, message: string): Fault {
  const before = source.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, message };
}
