import type { ReactElement } from 'react';

export function Notice({ title, text }: { readonly title: string; readonly text: string }): ReactElement {
  return (
    <main className="plain">
      <h1>{title}</h1>
      <p role="alert">{text}</p>
    </main>
  );
}
