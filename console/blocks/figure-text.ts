/** A figure as it is read: what nobody checked is said in words, never as 0 (rule F1). */
import { figureNames, figuresWords as words } from '../../words/console/figures';
import type { FigureNumbers } from '../net/answers';

export type FigureName = keyof typeof figureNames;
export const FIGURE_NAMES = Object.keys(figureNames) as FigureName[];

export const figureText = (figures: FigureNumbers, name: FigureName): string => {
  const value = figures[name];
  if (value !== null) return String(value);
  // Nothing was held yet, so nothing is unchecked either.
  return figures.held === 0 ? '—' : words.unchecked;
};

/** What has to be read beside the attendance. */
export function attendedNote({ attended, attendedBy, unchecked }: FigureNumbers): readonly string[] {
  return [
    ...(attended !== null && unchecked > 0 ? [words.uncheckedOf(unchecked)] : []),
    ...(attendedBy === null
      ? []
      : [words.attendedBy(attendedBy.scanned, attendedBy.manual, attendedBy.walkIn, attendedBy.paper)]),
  ];
}
