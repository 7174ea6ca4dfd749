import type { ReactElement } from 'react';
import { momentText } from '../../words/console/dates';
import { figuresWords } from '../../words/console/figures';
import { summaryWords as words } from '../../words/console/summary';
import { now } from '../clock';
import type { Summary } from '../net/answers';
import { FigureTable } from './figure-table';

interface FigureSectionProps {
  readonly figures: Pick<Summary['figures'], 'total' | 'paragraphs'> & { readonly asOf?: string };
}

/** What a summary says by itself, paragraph by paragraph. */
export function FigureSection({ figures }: FigureSectionProps): ReactElement {
  const { asOf, total, paragraphs } = figures;
  return (
    <section className="card stack stack--tight" aria-label={words.figures}>
      <h2 className="card__title">{words.figures}</h2>
      <p className="quiet">
        {words.figuresText}
        {asOf === undefined ? '' : figuresWords.asOf(momentText(asOf, now()))}
      </p>
      <FigureTable group={words.paragraph} rows={paragraphs} total={total} />
    </section>
  );
}
