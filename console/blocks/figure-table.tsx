import type { ReactElement, ReactNode } from 'react';
import { figuresWords as words } from '../../words/console/figures';
import { FIGURE_NAMES } from '../../words/figures';
import type { FigureLine, FigureNumbers } from '../net/answers';
import { FigureHeading } from './figure-heading';
import { attendedNote, type FigureName, FIGURES_SHOWN, figureText } from './figure-text';

interface FigureTableProps {
  /** What the rows are. */
  readonly group: string;
  readonly rows: readonly (FigureNumbers & Pick<FigureLine, 'key' | 'name'>)[];
  readonly total: FigureNumbers;
  /** Absent: the numbers open nothing. */
  readonly onOpen?: (key: string) => void;
}

function Note({ figures, name }: { readonly figures: FigureNumbers; readonly name: FigureName }): ReactElement | null {
  const note = name === 'attended' ? attendedNote(figures) : '';
  return note === '' ? null : <div className="definition">{note}</div>;
}

/** Rows in code order, empty ones too; nothing is sorted by its numbers, since nobody is ranked (rule F1). */
export function FigureTable({ group, rows, total, onOpen }: FigureTableProps): ReactElement {
  const cell = ({ key, name, ...figures }: (typeof rows)[number], figure: FigureName): ReactNode => {
    const text = figureText(figures, figure);
    if (onOpen === undefined || figures.planned === 0) return text;
    return (
      <button
        type="button"
        className="link-button"
        aria-label={words.openOf(name, FIGURE_NAMES[figure], text)}
        onClick={() => {
          onOpen(key);
        }}
      >
        {text}
      </button>
    );
  };
  return (
    <div className="scroll" tabIndex={0} role="group" aria-label={words.title}>
      <table className="figure-table">
        <thead>
          <tr>
            <th scope="col">{group}</th>
            {FIGURES_SHOWN.map((figure) => (
              <th key={figure} scope="col">
                <FigureHeading name={figure} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.name}</th>
              {FIGURES_SHOWN.map((figure) => (
                <td key={figure}>
                  {cell(row, figure)}
                  <Note figures={row} name={figure} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.total}</th>
            {FIGURES_SHOWN.map((figure) => (
              <td key={figure}>
                {figureText(total, figure)}
                <Note figures={total} name={figure} />
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
