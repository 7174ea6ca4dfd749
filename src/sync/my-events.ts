/** This person and events: what they signed up for or follow, and what changed in it, by all that the phone knows. */
import type { EventId } from '../../domain/ids';
import { useMemo } from 'react';
import { changesOf, type Change } from '../../domain/event/change';
import type { QualityEvent } from '../../domain/event/event';
import type { KnownEvents } from '../../domain/event/known-events';
import { type MySignUp, signUpFor, toMySignUp } from '../../domain/sign-up/my-sign-ups';
import type { SignUp } from '../../domain/sign-up/sign-up';
import { useFollows } from './follows';
import { useUnread } from './inbox';
import { useOutgoing, useOutgoingEntries } from './outbox';
import { useKnownEvents } from './known-events';
import { useReplica } from './replica';
import { useMySignUps } from './sign-ups';

/** An event as the chosen region's copy has it, else as this person's own events have it. */
export function useKnownEvent(eventId: EventId): QualityEvent | undefined {
  const here = useReplica((state) => state.replica.events.get(eventId));
  const known = useKnownEvents((state) => state.events[eventId]);
  return here ?? known;
}

/** The sign-up that speaks for an event. `now`: epoch ms. */
export function useMySignUp(eventId: EventId, now: number): MySignUp | undefined {
  const signUps = useMySignUps((state) => state.signUps);
  const event = useKnownEvent(eventId);
  const signUp = useMemo(() => signUpFor(signUps, eventId), [signUps, eventId]);
  if (signUp === undefined || event === undefined) return undefined;
  return toMySignUp(signUp, event, now);
}

/** All of this person's sign-ups. `now`: epoch ms. */
export function useMySignUpList(now: number): readonly MySignUp[] {
  const signUps = useMySignUps((state) => state.signUps);
  const events = useKnownEvents((state) => state.events);
  return useMemo(
    () =>
      signUps.flatMap((signUp) => {
        const event = events[signUp.eventId];
        return event === undefined ? [] : [toMySignUp(signUp, event, now)];
      }),
    [signUps, events, now],
  );
}

const NONE: readonly Change[] = [];

const changesIn = (trackers: KnownEvents['trackers'], eventId: EventId): readonly Change[] => {
  const tracker = trackers[eventId];
  return tracker === undefined ? NONE : changesOf(tracker);
};

/** Changes concern a person who signed up and has not given that up. */
function isSignedUp(signUps: readonly SignUp[], eventId: EventId): boolean {
  const status = signUpFor(signUps, eventId)?.status;
  return status !== undefined && status !== 'cancelled';
}

/** What changed in an event since this person last looked, where they signed up for it or follow it. */
export function useChanges(eventId: EventId): readonly Change[] {
  const signUps = useMySignUps((state) => state.signUps);
  const isFollowed = useFollows(({ ids }) => ids.includes(eventId));
  const trackers = useKnownEvents((state) => state.trackers);
  return useMemo(
    () => (isFollowed || isSignedUp(signUps, eventId) ? changesIn(trackers, eventId) : NONE),
    [signUps, isFollowed, trackers, eventId],
  );
}

export interface SignUpWithChanges {
  readonly mine: MySignUp;
  readonly changes: readonly Change[];
}

/** This person's sign-ups, one an event, whose events changed since they last looked; cancelled events first. `now`: epoch ms. */
export function useSignUpsWithChanges(now: number): readonly SignUpWithChanges[] {
  const signUps = useMySignUps((state) => state.signUps);
  const trackers = useKnownEvents((state) => state.trackers);
  const all = useMySignUpList(now);
  return useMemo(() => {
    const speaking = all.filter(({ signUp }) => signUpFor(signUps, signUp.eventId)?.id === signUp.id);
    const changed = speaking.flatMap((mine) => {
      const changes = isSignedUp(signUps, mine.event.id) ? changesIn(trackers, mine.event.id) : NONE;
      return changes.length === 0 ? [] : [{ mine, changes }];
    });
    const isOff = ({ mine }: SignUpWithChanges): number => (mine.event.status === 'cancelled' ? 0 : 1);
    return changed.sort((one, other) => isOff(one) - isOff(other) || one.mine.startsAt - other.mine.startsAt);
  }, [signUps, trackers, all]);
}

/** This person's marks on an event in a list. */
export interface EventMarks {
  readonly followed: boolean;
  /** Something in it changed since this person last looked. */
  readonly changed: boolean;
  /** This person's sign-up, as far as it is active or under way. */
  readonly mine: 'confirmed' | 'waitlisted' | 'sending' | 'refused' | null;
}

/** `now`: epoch ms. */
export function useEventMarks(eventId: EventId, now: number): EventMarks {
  const followed = useFollows((state) => state.ids.includes(eventId));
  const changed = useChanges(eventId).length > 0;
  const outgoing = useOutgoing(eventId);
  const status = useMySignUp(eventId, now)?.status;
  if (status === 'confirmed' || status === 'waitlisted') return { followed, changed, mine: status };
  const mine = outgoing === undefined ? null : outgoing.refusal === null ? 'sending' : 'refused';
  return { followed, changed, mine };
}

/** Whether anything waits for this person's eyes: a notice, a change, or a sign-up that was refused. */
export function useHasNews(): boolean {
  const unread = useUnread();
  const signUps = useMySignUps((state) => state.signUps);
  const followed = useFollows(({ ids }) => ids);
  const trackers = useKnownEvents((state) => state.trackers);
  const refused = useOutgoingEntries().some(({ refusal }) => refusal !== null);
  const changed = useMemo(() => {
    const mine = signUps.map(({ eventId }) => eventId).filter((id) => isSignedUp(signUps, id));
    return [...followed, ...mine].some((id) => changesIn(trackers, id).length > 0);
  }, [signUps, followed, trackers]);
  return unread > 0 || changed || refused;
}
