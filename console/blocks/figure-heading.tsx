import type { ReactElement } from 'react';
import { FIGURE_DEFINITIONS, FIGURE_NAMES } from '../../words/figures';
import type { FigureName } from './figure-text';

/** The name of a figure, and under it what it counts. */
export function FigureHeading({ name }: { readonly name: FigureName }): ReactElement {
  return (
    <>
      {FIGURE_NAMES[name]}
      <div className="definition">{FIGURE_DEFINITIONS[name]}</div>
    </>
  );
}
