import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { consoleWords } from '../../words/console';

export function Missing(): ReactElement {
  return (
    <main className="alone">
      <div className="alone__card state">
        <h1 className="page__title">{consoleWords.app.missingTitle}</h1>
        <p className="quiet">{consoleWords.app.missingText}</p>
        <Link to="/">{consoleWords.app.toWorkbench}</Link>
      </div>
    </main>
  );
}
