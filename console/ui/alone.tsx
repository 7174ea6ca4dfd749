import type { ReactElement, ReactNode } from 'react';
import { consoleWords } from '../../words/console';

interface AloneProps {
  readonly title: string;
  readonly lead?: string | undefined;
  readonly children: ReactNode;
}

/** A page without the shell: before somebody is signed in, or may go on. */
export function Alone({ title, lead, children }: AloneProps): ReactElement {
  return (
    <main className="alone">
      <div className="alone__card alone__card--wide">
        <div className="alone__band">
          <div>{consoleWords.app.name}</div>
          <h1 className="alone__title">{title}</h1>
          {lead === undefined ? null : <div>{lead}</div>}
        </div>
        <div className="alone__body">{children}</div>
      </div>
    </main>
  );
}
