import { changesOf } from '../../domain/event/change';
import { eventNamed, toWireEvent } from '../../domain/testing/fake-feed-server';
import { phone } from '../testing/fake-taro';
import { follow, unfollow } from './follows';
import { knownEvents, markChangesSeen, updateKnownEvents } from './known-events';
import { leaveAccount } from './owners';
import { relaunch } from '../testing/relaunch';
import { missedNow } from './room';
import { takeSignUp } from './sign-ups';
import { EVENT } from '../testing/fake-account-server';

const SIGN_UP = {
  id: '1',
  eventId: EVENT.id,
  status: 'confirmed',
  seats: 1,
  createdAt: Date.parse('2026-09-09T09:00:00+08:00'),
} as const;
const known = (): string[] => Object.keys(knownEvents.getState().events).sort();
const changed = (id: string): string[] => {
  const tracker = knownEvents.getState().trackers[id];
  return tracker === undefined ? [] : changesOf(tracker).map(({ field }) => field);
};

beforeEach(() => {
  relaunch();
});

test('what changed accumulates until it is seen, over restarts and unrelated news', () => {
  follow(eventNamed('a', 1));
  updateKnownEvents((id) => (id === 'a' ? eventNamed('a', 2, { title: 'moved' }) : undefined));
  updateKnownEvents((id) => (id === 'b' ? eventNamed('b', 3) : undefined));
  relaunch(phone.storage);
  updateKnownEvents(() => eventNamed('a', 4, { title: 'moved', startsAt: '2026-09-18T15:00:00+08:00' }));
  expect(changed('a')).toEqual(['time', 'title']);
  markChangesSeen('a');
  relaunch(phone.storage);
  expect([known(), changed('a')]).toEqual([['a'], []]);
});

test('an event that is followed and signed up for is kept once, until neither holds it', () => {
  follow(EVENT);
  takeSignUp(SIGN_UP, EVENT);
  unfollow(EVENT.id);
  expect(known()).toEqual([EVENT.id]);
  expect(JSON.stringify([...phone.storage]).split('programmeId')).toHaveLength(2);
  leaveAccount();
  expect([known(), phone.storage.has('known-events')]).toEqual([[], false]);
});

test('who leaves the account leaves what is followed, and nothing else', () => {
  follow(eventNamed('a', 1));
  takeSignUp(SIGN_UP, EVENT);
  leaveAccount();
  expect(known()).toEqual(['a']);
  expect(JSON.stringify([...phone.storage])).not.toContain(EVENT.title);
});

test('without room a person misses what the event is for', () => {
  phone.quota = 10;
  follow(eventNamed('a', 1));
  expect(missedNow()).toEqual(['follow']);
  takeSignUp(SIGN_UP, EVENT);
  expect([...missedNow()].sort()).toEqual(['follow', 'ticket']);
});

test('a stored event that is damaged loses only that one', () => {
  follow(eventNamed('a', 1));
  follow(eventNamed('b', 1));
  const rows = JSON.parse(phone.storage.get('known-events') ?? '[]') as unknown[];
  relaunch(new Map([...phone.storage, ['known-events', JSON.stringify([{ event: 7 }, ...rows.slice(1), null])]]));
  expect(known()).toEqual(['b']);
  updateKnownEvents((id) => eventNamed(id, 2));
  expect(known()).toEqual(['a', 'b']);
});

test('what an older version stored beside sign-ups and follows is known, with what changed in it', () => {
  const before = toWireEvent(EVENT);
  const watchOf = (event: typeof before, title: string): object => {
    const seen = {
      title,
      time: { startsAt: event.startsAt, endsAt: event.endsAt },
      venue: null,
      status: { status: 'scheduled' },
    };
    return { seen, latest: { ...seen, title: event.title }, rev: event.rev };
  };
  const signUps = { signUps: [], events: [before], watches: { [EVENT.id]: watchOf(before, 'as it was') } };
  const followed = toWireEvent(eventNamed('a', 1));
  const follows = [{ event: followed, watch: watchOf(followed, followed.title) }];
  relaunch(
    new Map([
      ['sign-ups', JSON.stringify(signUps)],
      ['follows', JSON.stringify(follows)],
    ]),
  );
  expect(known()).toEqual(['a', EVENT.id]);
  expect([changed('a'), changed(EVENT.id)]).toEqual([[], ['title']]);
  expect(knownEvents.getState().events[EVENT.id]).toEqual(EVENT);
});
