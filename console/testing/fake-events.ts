import * as v from 'valibot';
import { isUrgentDifference } from '../../domain/event/approval';
import { NewDraftSchema, SentDraftSchema, toDraftBody } from '../../domain/event/draft';
import { differencesOf } from '../../domain/event/draft-fields';
import { displayNameOf } from '../../domain/region/region-names';
import { dayOf, daysBetween, formatInstant, parseInstant } from '../../domain/time/time';
import type { EventLine, StaffEvent } from '../net/answers';
import { at, FAKE_NOW, type FakeEvent } from './fake-data';
import { done, type FakeAnswer, type FakeRequest, type FakeRoute, type FakeState, ok, refuse } from './fake-state';

const O = '/api/v1/organisations/:org';
const EVENT = `${O}/events/:id`;
const PAGE = 100;
const DAY = 24 * 60 * 60 * 1000;

function nameOf(state: FakeState, id: string): string {
  return state.organisations.find((each) => each.id === id)?.name ?? id;
}

const presentPublished = ({
  published,
  rev,
  isCancelled = false,
  isSuspended = false,
}: FakeEvent): StaffEvent['published'] =>
  published && { rev, status: isCancelled ? 'cancelled' : 'scheduled', suspended: isSuspended };

export function presentStaffEvent(state: FakeState, event: FakeEvent): StaffEvent {
  const { id, content, published, state: stands, rev, seats, cleared = [], updatedAt = null } = event;
  const above = state.organisations.find((each) => each.id === event.organisation)?.above;
  const rule = above === 'xz' ? state.approval : 'all';
  return {
    ...{ id, ...content, rev, state: stands, updatedAt, cleared: [...cleared] },
    published: presentPublished(event),
    organisation: { id: event.organisation, name: nameOf(state, event.organisation) },
    approval: rule === 'all' ? 'needed' : 'not-needed',
    changes: published === null ? [] : differencesOf(published, content),
    reason: stands === 'returned' ? (event.reason ?? null) : null,
    counts: seats && { taken: seats.taken, waiting: seats.waiting, parties: seats.taken + seats.waiting },
  };
}

function presentLine(state: FakeState, event: FakeEvent): EventLine {
  const { id, content, seats, rev, updatedAt = null } = event;
  return {
    ...{ id, rev, seats, updatedAt, state: event.state, published: presentPublished(event) },
    title: content.title ?? null,
    region: content.region ?? null,
    regionName: displayNameOf(content.region ?? '') ?? null,
    startsAt: content.startsAt ?? null,
    endsAt: content.endsAt ?? null,
    closesAt: content.signUp?.closesAt ?? null,
    organisation: { id: event.organisation, name: nameOf(state, event.organisation) },
  };
}

function list(state: FakeState, { params, query }: FakeRequest): FakeAnswer {
  const [q = '', wanted, from, to] = ['q', 'state', 'from', 'to'].map((name) => query.get(name) ?? undefined);
  const after = Number(query.get('after') ?? '0');
  const isBelow = query.get('of') === 'below';
  const found = state.events.filter(({ organisation, content, state: stands }) => {
    if (isBelow ? organisation === params.org : organisation !== params.org) return false;
    if (wanted !== undefined && stands !== wanted) return false;
    if (!(content.title ?? '').includes(q)) return false;
    const day = dayOf(parseInstant(content.startsAt ?? '') ?? 0);
    return (from === undefined || day >= from) && (to === undefined || day <= to);
  });
  const inOrder = found.sort((one, other) =>
    (one.content.startsAt ?? '~').localeCompare(other.content.startsAt ?? '~'),
  );
  const events = inOrder.slice(after, after + PAGE).map((event) => presentLine(state, event));
  return ok({ events, next: found.length > after + PAGE ? String(after + PAGE) : null });
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

  /** What never waits, alone; the rest stays a draft. */
  const publishUrgent = (event: FakeEvent): FakeAnswer | undefined => {
    const { published, content } = event;
    if (!published?.signUp || !content.signUp) return refuse(409, 'approval-required');
    const urgent = differencesOf(published, content).filter(isUrgentDifference);
    if (urgent.length === 0) return refuse(409, 'approval-required');
    const taken = Object.fromEntries(urgent.map(({ path, to }) => [path.split('.').at(-1) ?? '', to]));
    event.published = { ...published, signUp: { ...published.signUp, ...taken } };
    if (differencesOf(event.published, content).length === 0) event.state = 'published';
    return undefined;
  };

  const clone = (event: FakeEvent, { body }: FakeRequest): FakeAnswer => {
    const dates = Array.isArray(body.dates) ? body.dates.map(String) : [];
    const made = dates.map((date): FakeEvent => {
      const startsAt = parseInstant(event.content.startsAt ?? '') ?? FAKE_NOW;
      const days = daysBetween(dayOf(startsAt), date);
      const shift = (name: 'startsAt' | 'endsAt' | 'opensAt' | 'closesAt', instant: string | undefined): object => {
        const moved = (parseInstant(instant ?? '') ?? 0) + days * DAY;
        return moved < FAKE_NOW ? {} : { [name]: formatInstant(moved) };
      };
      const { signUp, startsAt: start, endsAt: end, ...rest } = event.content;
      const { opensAt, closesAt, ...terms } = signUp ?? {};
      const content = {
        ...{ ...rest, ...shift('startsAt', start), ...shift('endsAt', end) },
        signUp: signUp ? { ...terms, ...shift('opensAt', opensAt), ...shift('closesAt', closesAt) } : null,
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
        const { id, ...sent } = v.parse(NewDraftSchema, body);
        const known = state.events.find((each) => each.id === id);
        if (known) return ok(presentStaffEvent(state, known));
        const content = toDraftBody(sent);
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
        return ok(presentStaffEvent(state, event), 201);
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
        event.content = toDraftBody(v.parse(SentDraftSchema, body));
        if (event.state !== 'submitted') event.state = 'draft';
        event.rev += 1;
        return ok(presentStaffEvent(state, event));
      }),
    ],
    [
      `DELETE ${EVENT}`,
      acting((event) => {
        if ((event.seats?.taken ?? 0) > 0) return refuse(409, 'has-sign-ups');
        state.events = state.events.filter((each) => each !== event);
        return done;
      }),
    ],
    [
      `POST ${EVENT}/publish`,
      acting((event) => {
        if (presentStaffEvent(state, event).approval === 'needed') return publishUrgent(event);
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
        if (event.state === 'submitted') return refuse(409, 'already-submitted');
        event.state = 'submitted';
        event.updatedAt = at(0);
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
        event.reason = String(body.reason);
        return undefined;
      }),
    ],
    [
      `POST ${EVENT}/suspend`,
      acting((event) => {
        event.isSuspended = true;
        return undefined;
      }),
    ],
    [
      `POST ${EVENT}/resume`,
      acting((event) => {
        event.isSuspended = false;
        return undefined;
      }),
    ],
    [
      `POST ${EVENT}/cancel`,
      acting((event) => {
        event.isCancelled = true;
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
