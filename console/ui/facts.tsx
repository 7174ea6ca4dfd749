import { Fragment, type ReactElement, type ReactNode } from 'react';

/** Names and values; a value that is empty is left out. */
export function Facts({
  facts,
}: {
  readonly facts: readonly (readonly [name: string, value: ReactNode])[];
}): ReactElement {
  return (
    <dl className="facts">
      {facts.map(([name, value], index) =>
        value === null || value === undefined || value === '' ? null : (
          <Fragment key={index}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </Fragment>
        ),
      )}
    </dl>
  );
}
