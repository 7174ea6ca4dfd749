import type { ReactElement } from 'react';
import { figureNames } from '../../words/console/figures';
import type { FigureName } from './figure-text';

/** The name of a figure, and under it what it counts. */
export function FigureHeading({ name }: { readonly name: FigureName }): ReactElement {
  return (
    <>
      {figureNames[name].name}
      <div className="definition">{figureNames[name].text}</div>
    </>
  );
}
