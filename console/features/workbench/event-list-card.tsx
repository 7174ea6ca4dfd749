import { Skeleton } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { Link } from 'react-router';
import { spanText } from '../../../words/console/dates';
import { eventsWords } from '../../../words/console/events';
import { workbenchWords as words } from '../../../words/console/workbench';
import { now } from '../../clock';
import type { EventLine } from '../../net/answers';

/** What fits on the workbench; the rest is one link away. */
const MOST_LINES = 5;

const whenAndWhere = ({ startsAt, endsAt, regionName }: EventLine): string =>
  `${startsAt === null ? eventsWords.noTime : spanText(startsAt, endsAt, now())} · ${regionName ?? ''}`;

interface LinesProps {
  readonly events: readonly EventLine[];
  readonly hrefOf: (event: EventLine) => string;
  readonly noteOf?: (event: EventLine) => ReactNode;
  /** Where all of them are. */
  readonly all: string;
}

export function EventLines({ events, hrefOf, noteOf, all }: LinesProps): ReactElement {
  return (
    <ul className="lines">
      {events.slice(0, MOST_LINES).map((event) => (
        <li key={event.id} className="lines__line">
          <Link to={hrefOf(event)}>{event.title ?? eventsWords.untitled}</Link>
          <div className="quiet figures">{noteOf === undefined ? whenAndWhere(event) : noteOf(event)}</div>
        </li>
      ))}
      {events.length > MOST_LINES ? (
        <li>
          <Link to={all}>{words.more(events.length - MOST_LINES)}</Link>
        </li>
      ) : null}
    </ul>
  );
}

interface CardProps {
  readonly title: string;
  readonly loading: boolean;
  readonly children: ReactNode;
}

export function WorkCard({ title, loading, children }: CardProps): ReactElement {
  return (
    <section className="card" aria-label={title}>
      <h2 className="card__title">{title}</h2>
      {loading ? <Skeleton active title={false} paragraph={{ rows: 3 }} /> : children}
    </section>
  );
}
