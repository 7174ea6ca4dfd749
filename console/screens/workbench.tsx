/** Today, what waits for me, and what ends soon. */
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { Link, useNavigate } from 'react-router';
import { addDays, dayOf, parseInstant } from '../../domain/time/time';
import { dayText, distanceText, momentText } from '../../words/console/dates';
import { workbenchWords as words } from '../../words/console/workbench';
import { API } from '../api';
import { now } from '../clock';
import { EventLines, WorkCard } from '../features/workbench/event-list-card';
import { SummaryDue } from '../features/workbench/summary-due';
import { type EventLine, standingOf } from '../net/answers';
import { refusalOf } from '../net/refusal';
import { may, useOrganisation } from '../session/organisation';
import { useAsk } from '../session/use-ask';
import { Failed, Page } from '../ui/page';

const startsOn =
  (day: string) =>
  (event: EventLine): boolean =>
    event.startsAt !== null && dayOf(parseInstant(event.startsAt) ?? 0) <= day;

/** Sign-up that ends within the next days, the nearest first. */
function closingSoon(events: readonly EventLine[], at: number): readonly EventLine[] {
  const closes = ({ closesAt }: EventLine): number => parseInstant(closesAt ?? '') ?? 0;
  return events
    .filter((event) => standingOf(event) === 'published' && closes(event) >= at)
    .sort((one, other) => closes(one) - closes(other));
}

function seatsNote({ closesAt, seats }: EventLine): string {
  const when = words.closes(distanceText(closesAt ?? '', now()), momentText(closesAt, now()));
  return seats ? `${when} · ${words.seatsLeft(seats.capacity - seats.taken)}` : when;
}

/** Of a member who has just begun: where to begin. */
function NothingWaits({ isNew, home }: { readonly isNew: boolean; readonly home: string }): ReactElement {
  if (!isNew) return <p className="quiet">{words.waitingEmpty}</p>;
  return (
    <>
      <p>{words.start}</p>
      <p>
        <Link to={`${home}/import`}>{words.startImport}</Link>
      </p>
    </>
  );
}

export function Workbench(): ReactElement {
  const organisation = useOrganisation();
  const { id: org } = organisation;
  const edits = may(organisation, 'event:edit');
  const navigate = useNavigate();
  const today = dayOf(now());
  const params = { org };
  const week = useAsk(API.events, { params, query: { of: 'own', from: today, to: addDays(today, 7) } });
  const review = useAsk(API.events, { params, query: { of: 'below', state: 'submitted' } }, { enabled: edits });
  const returned = useAsk(API.events, { params, query: { of: 'own', state: 'returned' } }, { enabled: edits });
  const drafts = useAsk(API.events, { params, query: { of: 'own', state: 'draft' } }, { enabled: edits });
  const any = useAsk(API.events, { params, query: { of: 'own' } }, { enabled: edits });
  const failed = [week, review, returned, drafts].find(({ isError, data }) => isError && data === undefined);

  const home = `/o/${org}`;
  const panel = ({ id }: EventLine): string => `${home}/events?event=${encodeURIComponent(id)}`;
  const edit = ({ id }: EventLine): string => `${home}/events/${encodeURIComponent(id)}/edit`;
  const events = (week.data?.events ?? []).filter((event) => standingOf(event) !== 'cancelled');
  const isToday = startsOn(today);
  const groups = [
    {
      title: words.toReview,
      events: review.data?.events ?? [],
      hrefOf: () => `${home}/reviews`,
      all: `${home}/reviews`,
    },
    { title: words.returned, events: returned.data?.events ?? [], hrefOf: edit, all: `${home}/events?state=returned` },
    { title: words.drafts, events: drafts.data?.events ?? [], hrefOf: edit, all: `${home}/events?state=draft` },
  ].filter(({ events: waiting }) => waiting.length > 0);
  const closing = closingSoon(events, now());
  const all = `${home}/events?from=${today}`;

  return (
    <Page
      title={words.title}
      lead={dayText(today, '')}
      action={
        edits ? (
          <Button type="primary" onClick={() => void navigate(`${home}/events/new`)}>
            {words.create}
          </Button>
        ) : undefined
      }
    >
      {failed === undefined ? null : (
        <Failed
          refusal={refusalOf(failed.error)}
          onRetry={() => {
            for (const each of [week, review, returned, drafts]) if (each.isError) void each.refetch();
          }}
        />
      )}
      <div className="bench">
        {edits ? (
          <WorkCard title={words.waiting} loading={[review, returned, drafts].some(({ isLoading }) => isLoading)}>
            {groups.length === 0 ? <NothingWaits isNew={any.data?.events.length === 0} home={home} /> : null}
            {groups.map((group) => (
              <div key={group.title}>
                <h3 className="card__subtitle">{group.title}</h3>
                <EventLines events={group.events} hrefOf={group.hrefOf} all={group.all} />
              </div>
            ))}
          </WorkCard>
        ) : null}
        <div className="stack">
          <WorkCard title={words.today} loading={week.isLoading}>
            {events.some(isToday) ? (
              <EventLines events={events.filter(isToday)} hrefOf={panel} all={all} />
            ) : (
              <p className="quiet">{words.todayEmpty}</p>
            )}
          </WorkCard>
          <WorkCard title={words.next} loading={week.isLoading}>
            {events.some((event) => !isToday(event)) ? (
              <EventLines events={events.filter((event) => !isToday(event))} hrefOf={panel} all={all} />
            ) : (
              <p className="quiet">{words.nextEmpty}</p>
            )}
          </WorkCard>
        </div>
        <WorkCard title={words.deadlines} loading={week.isLoading}>
          <SummaryDue />
          {closing.length === 0 ? (
            <p className="quiet">{words.deadlinesEmpty}</p>
          ) : (
            <EventLines events={closing} hrefOf={panel} noteOf={seatsNote} all={all} />
          )}
        </WorkCard>
      </div>
    </Page>
  );
}
