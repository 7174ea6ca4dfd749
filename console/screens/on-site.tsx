/** 现场: what happens at the door of one event, as counts alone; its devices, and what is to be settled. */
import { Select } from 'antd';
import { type ReactElement, Suspense } from 'react';
import { useSearchParams } from 'react-router';
import { spanText } from '../../words/console/dates';
import { eventsWords } from '../../words/console/events';
import { onSiteWords as words } from '../../words/console/on-site';
import { API } from '../api';
import { DOOR_API } from '../api-door';
import { now } from '../clock';
import { Devices } from '../features/on-site/devices';
import { Flags } from '../features/on-site/flags';
import { LiveCounts } from '../features/on-site/live-counts';
import { nearestTo } from '../features/on-site/nearest-event';
import { lazily } from '../ui/lazily';
import { refusalOf } from '../net/refusal';
import { may, useOrganisation } from '../session/organisation';
import { useAsk } from '../session/use-ask';
import { Failed, Loading, Nothing, Page } from '../ui/page';

const PaperFigures = lazily(async () => (await import('../features/on-site/paper-figures')).PaperFigures);

const EVERY_MS = 10_000;

export function OnSite(): ReactElement {
  const organisation = useOrganisation();
  const { id: org } = organisation;
  const [search, setSearch] = useSearchParams();
  const list = useAsk(API.events, { params: { org }, query: { state: 'published' } });
  const events = (list.data?.events ?? []).filter((event) => event.organisation.id === org && event.startsAt !== null);
  const id = search.get('event') ?? nearestTo(now(), events);
  const live = useAsk(DOOR_API.liveScans, { params: { org, id } }, { enabled: id !== '', everyMs: EVERY_MS });

  if (list.isError && list.data === undefined) {
    return (
      <Page title={words.title}>
        <Failed refusal={refusalOf(list.error)} onRetry={() => void list.refetch()} />
      </Page>
    );
  }
  return (
    <Page title={words.title} lead={words.lead}>
      {list.data === undefined ? <Loading /> : null}
      {list.data !== undefined && events.length === 0 ? <Nothing text={words.empty} /> : null}
      {events.length === 0 ? null : (
        <div className="stack">
          <Select
            aria-label={words.chooseEvent}
            value={id}
            showSearch={{ optionFilterProp: 'label' }}
            options={events.map((event) => ({
              value: event.id,
              label: `${event.title ?? eventsWords.untitled} · ${spanText(event.startsAt, event.endsAt, now())}`,
            }))}
            onChange={(chosen: string) => {
              setSearch({ event: chosen }, { replace: true });
            }}
          />
          {live.isError && live.data === undefined ? (
            <Failed refusal={refusalOf(live.error)} onRetry={() => void live.refetch()} />
          ) : null}
          {live.data === undefined ? live.isError ? null : <Loading /> : <LiveCounts live={live.data} />}
          {live.data === undefined ? null : <Flags live={live.data} />}
          {may(organisation, 'device:manage') ? <Devices live={live.data} events={events} chosen={id} /> : null}
          <section className="card stack stack--tight" aria-label={words.rehearsal.title}>
            <h2 className="card__title">{words.rehearsal.title}</h2>
            <p className="quiet">{words.rehearsal.text}</p>
          </section>
          {live.data !== undefined && may(organisation, 'door:check') ? (
            <Suspense>
              <PaperFigures key={id} live={live.data} />
            </Suspense>
          ) : null}
        </div>
      )}
    </Page>
  );
}
