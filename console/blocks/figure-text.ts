/** Which figures a table shows, and one of them as it is read: what nobody checked is said in words, never as 0 (rule F1). */
import { ATTENDED_BY, presentAttended } from '../../words/figures';
import type { FigureNumbers } from '../net/answers';

export const FIGURES_SHOWN = ['planned', 'held', 'cancelled', 'signUps', 'attended', 'waiting', 'enterprises'] as const;
export type FigureName = (typeof FIGURES_SHOWN)[number];

export const figureText = (figures: FigureNumbers, name: FigureName): string =>
  name === 'attended' ? presentAttended(figures) : String(figures[name]);

/** How those were counted who came; empty where nobody was. */
export function attendedNote({ attendedBy }: FigureNumbers): string {
  if (attendedBy === null) return '';
  const ways = Object.keys(ATTENDED_BY) as (keyof typeof ATTENDED_BY)[];
  return ways
    .filter((way) => attendedBy[way] > 0)
    .map((way) => `${ATTENDED_BY[way]} ${attendedBy[way]}`)
    .join(' · ');
}
