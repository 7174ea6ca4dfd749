import * as v from 'valibot';
import { displayNameOf } from '../../domain/region/region-names';
import { dayOf, daysBetween, formatInstant, parseInstant } from '../../domain/time/time';
import { ContentSchema } from '../net/answers';
import { at, FAKE_NOW, type FakeEvent } from './fake-data';
import { done, type FakeAnswer, type FakeRequest, type FakeRoute, type FakeState, ok, refuse } from './fake-state';

const O = '/api/v1/organisations/:org';
const EVENT = `${O}/events/:id`;
const DAY = 24 * 60 * 60 * 1000;

function nameOf(state: FakeState, id: string): string {
  return state.organisations.find((each) => each.id === id)?.name ?? id;
}

export function presentStaffEvent(state: FakeState, event: FakeEvent): object {
  const { id, content, published, state: stands, rev, returned, submitted, seats } = event;
  const above = state.organisations.find((each) => each.id === event.organisation)?.above;
  const rule = above === 'xz' ? state.approval : 'all';
  const shown = published && {
    ...published,
    ...{ id, rev, kind: '开放日', status: 'scheduled', regionName: displayNameOf(published.region ?? '') ?? '' },
  };
  return {
    ...{ id, ...content, rev, state: stands, published: shown, seats, returned, submitted },
    organisation: { id: event.organisation, name: nameOf(state, event.organisation) },
    approval: rule === 'all',
  };
}

function presentLine(state: FakeState, event: FakeEvent): object {
  const { id, content, published, seats, rev } = event;
  return {
    ...{ id, rev, seats, state: event.state, published: published !== null },
    title: content.title,
    regionName: displayNameOf(content.region ?? '') ?? '',
    startsAt: content.startsAt ?? null,
    endsAt: content.endsAt ?? null,
    closesAt: content.signUp?.closesAt ?? null,
    organisation: { id: event.organisation, name: nameOf(state, event.organisation) },
    sample: true,
  };
}

function list(state: FakeState, { params, query }: FakeRequest): FakeAnswer {
  const [q = '', wanted, from, to] = ['q', 'state', 'from', 'to'].map((name) => query.get(name) ?? undefined);
  const size = Number(query.get('size') ?? '50');
  const page = Number(query.get('page') ?? '1');
  const isBelow = query.get('scope') === 'below';
  const found = state.events.filter(({ organisation, content, state: stands }) => {
    if (isBelow ? organisation === params.org : organisation !== params.org) return false;
    if (wanted !== undefined && stands !== wanted) return false;
    if (!`${content.title}${content.venue?.name ?? ''}`.includes(q)) return false;
    const day = dayOf(parseInstant(content.startsAt ?? '') ?? 0);
    return (from === undefined || day >= from) && (to === undefined || day <= to);
  });
  const inOrder = found.sort((one, other) =>
    (one.content.startsAt ?? '~').localeCompare(other.content.startsAt ?? '~'),
  );
  const events = inOrder.slice((page - 1) * size, page * size).map((event) => presentLine(state, event));
  return ok({ events, total: found.length });
}

type Act = (event: FakeEvent, request: FakeRequest) => FakeAnswer | undefined;

export function eventRoutes(state: FakeState): readonly FakeRoute[] {
  const find = ({ params }: FakeRequest): FakeEvent | undefined => state.events.find(({ id }) => id === params.id);
  const written = (event: FakeEvent, more: object = {}): FakeAnswer =>
    ok({ event: presentStaffEvent(state, event), ...more });

  /** An act on an event that the caller saw in its present revision. */
  const acting =
    (act: Act) =>
    (request: FakeRequest): FakeAnswer => {
      const event = find(request);
      if (event === undefined) return refuse(404, 'event-not-found');
      const seen = request.rev ?? (typeof request.body.rev === 'number' ? request.body.rev : null);
      if (seen !== null && seen !== event.rev) return refuse(409, 'event-changed', { rev: event.rev });
      const said = act(event, request);
      if (said !== undefined) return said;
      event.rev += 1;
      return written(event);
    };

  const clone = (event: FakeEvent, { body }: FakeRequest): FakeAnswer => {
    const dates = Array.isArray(body.dates) ? body.dates.map(String) : [];
    const made = dates.map((date): FakeEvent => {
      const startsAt = parseInstant(event.content.startsAt ?? '') ?? FAKE_NOW;
      const days = daysBetween(dayOf(startsAt), date);
      const shift = (instant: string | null | undefined): string | null => {
        const moved = (parseInstant(instant ?? '') ?? 0) + days * DAY;
        return moved < FAKE_NOW ? null : formatInstant(moved);
      };
      const { signUp } = event.content;
      const content = {
        ...event.content,
        ...{ startsAt: shift(event.content.startsAt), endsAt: shift(event.content.endsAt) },
        signUp: signUp && { ...signUp, opensAt: shift(signUp.opensAt), closesAt: shift(signUp.closesAt) },
      };
      return {
        id: state.id('clone'),
        organisation: event.organisation,
        content,
        published: null,
        state: 'draft',
        rev: 1,
        seats: null,
      };
    });
    state.events.push(...made);
    return ok({ events: made.map((each) => presentStaffEvent(state, each)) }, 201);
  };

  return [
    [`GET ${O}/events`, (request) => list(state, request)],
    [
      `POST ${O}/events`,
      ({ params, body }) => {
        const id = String(body.id);
        const known = state.events.find((each) => each.id === id);
        if (known) return written(known);
        const content = v.parse(ContentSchema, body);
        const event: FakeEvent = {
          id,
          organisation: params.org ?? '',
          content,
          published: null,
          state: 'draft',
          rev: 1,
          seats: null,
        };
        state.events.push(event);
        return { ...written(event), status: 201 };
      },
    ],
    [
      `GET ${EVENT}`,
      (request) => {
        const event = find(request);
        return event === undefined ? refuse(404, 'event-not-found') : ok(presentStaffEvent(state, event));
      },
    ],
    [
      `PUT ${EVENT}`,
      acting((event, { body }) => {
        event.content = v.parse(ContentSchema, body);
        if (event.state !== 'submitted') event.state = 'draft';
        return undefined;
      }),
    ],
    [
      `DELETE ${EVENT}`,
      acting((event) => {
        if ((event.seats?.taken ?? 0) > 0) return refuse(409, 'sign-ups-exist');
        state.events = state.events.filter((each) => each !== event);
        return done;
      }),
    ],
    [
      `POST ${EVENT}/publish`,
      acting((event) => {
        event.published = event.content;
        event.state = 'published';
        const { signUp } = event.content;
        event.seats ??= signUp ? { capacity: signUp.capacity ?? 0, taken: 0, waiting: 0 } : null;
        return undefined;
      }),
    ],
    [
      `POST ${EVENT}/submit`,
      acting((event) => {
        if (event.state === 'submitted') return refuse(409, 'pending-request');
        event.state = 'submitted';
        event.submitted = { at: at(0) };
        return undefined;
      }),
    ],
    [
      `POST ${EVENT}/withdraw`,
      acting((event) => {
        event.state = 'withdrawn';
        return undefined;
      }),
    ],
    [
      `POST ${EVENT}/approve`,
      acting((event) => {
        event.published = event.content;
        event.state = 'published';
        return undefined;
      }),
    ],
    [
      `POST ${EVENT}/return`,
      acting((event, { body }) => {
        event.state = 'returned';
        event.returned = { reason: String(body.reason), at: at(0) };
        return undefined;
      }),
    ],
    [
      `POST ${EVENT}/cancel`,
      acting((event) => {
        event.state = 'cancelled';
        event.rev += 1;
        return written(event, { told: (event.seats?.taken ?? 0) + (event.seats?.waiting ?? 0) });
      }),
    ],
    [`POST ${EVENT}/clone`, acting(clone)],
  ];
}

/** Somebody else saves a change meanwhile. */
export function changeBehind(state: FakeState, id: string, change: Partial<FakeEvent['content']>): void {
  const event = state.events.find((each) => each.id === id);
  if (event === undefined) throw new Error(`no event ${id}`);
  event.content = { ...event.content, ...change };
  event.rev += 1;
}
