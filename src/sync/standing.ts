/** How things stand between this person and an event, by all that the phone knows. */
import { useMemo } from 'react';
import { changesOf, type Change } from '../../domain/event/change';
import type { QualityEvent } from '../../domain/event/event';
import type { Watched } from '../../domain/event/watched';
import { type MySignUp, signUpFor, standing } from '../../domain/sign-up/my-sign-ups';
import { markFollowedSeen, useFollows } from './follows';
import { useUnread } from './inbox';
import { useOutgoing, useOutgoingEntries } from './outbox';
import { useReplica } from './replica';
import { markSignedUpSeen, type MySignUpsState, useMySignUps } from './sign-ups';

/** An event as the chosen region's copy has it, else as it came with a sign-up, was followed, or the outbox keeps it. */
export function useKnownEvent(eventId: string): QualityEvent | undefined {
  const here = useReplica((state) => state.replica.events.get(eventId));
  const mine = useMySignUps((state) => state.events[eventId]);
  const followed = useFollows((state) => state.events[eventId]);
  const outgoing = useOutgoing(eventId)?.event ?? undefined;
  return here ?? mine ?? followed ?? outgoing;
}

/** The sign-up that speaks for an event. `now`: epoch ms. */
export function useMySignUp(eventId: string, now: number): MySignUp | undefined {
  const signUps = useMySignUps((state) => state.signUps);
  const event = useKnownEvent(eventId);
  const signUp = useMemo(() => signUpFor(signUps, eventId), [signUps, eventId]);
  if (signUp === undefined || event === undefined) return undefined;
  return standing(signUp, event, now) ?? undefined;
}

/** All of this person's sign-ups. `now`: epoch ms. */
export function useStandings(now: number): readonly MySignUp[] {
  const signUps = useMySignUps((state) => state.signUps);
  const events = useMySignUps((state) => state.events);
  return useMemo(
    () =>
      signUps.flatMap((signUp) => {
        const event = events[signUp.eventId];
        return (event === undefined ? null : standing(signUp, event, now)) ?? [];
      }),
    [signUps, events, now],
  );
}

const NONE: readonly Change[] = [];

/** What is new in an event that a person signed up for and has not given up, or follows. */
function newsOf(
  { signUps, watches }: MySignUpsState,
  followed: Watched['watches'],
  eventId: string,
): readonly Change[] {
  const givenUp = signUpFor(signUps, eventId)?.status === 'cancelled';
  const watch = (givenUp ? undefined : watches[eventId]) ?? followed[eventId];
  return watch === undefined ? NONE : changesOf(watch);
}

/** What changed in an event since this person last looked. */
export function useChanges(eventId: string): readonly Change[] {
  const mine = useMySignUps((all) => all);
  const followed = useFollows(({ watches }) => watches);
  return useMemo(() => newsOf(mine, followed, eventId), [mine, followed, eventId]);
}

export interface StandingWithNews {
  readonly mine: MySignUp;
  readonly changes: readonly Change[];
}

/** This person's sign-ups, one an event, whose events changed since they last looked; cancelled events first. `now`: epoch ms. */
export function useStandingsWithNews(now: number): readonly StandingWithNews[] {
  const all = useMySignUps((state) => state);
  const standings = useStandings(now);
  return useMemo(() => {
    const speaking = standings.filter(({ signUp }) => signUpFor(all.signUps, signUp.eventId)?.id === signUp.id);
    const withNews = speaking.flatMap((mine) => {
      const changes = newsOf(all, {}, mine.event.id);
      return changes.length === 0 ? [] : [{ mine, changes }];
    });
    const isOff = ({ mine }: StandingWithNews): number => (mine.event.status === 'cancelled' ? 0 : 1);
    return withNews.sort((one, other) => isOff(one) - isOff(other) || one.mine.startsAt - other.mine.startsAt);
  }, [all, standings]);
}

/** The person has looked at what changed in an event. */
export function markChangesSeen(eventId: string): void {
  markSignedUpSeen(eventId);
  markFollowedSeen(eventId);
}

/** What a list says of an event beside what is published. */
export interface EventMarks {
  readonly followed: boolean;
  /** Something in it changed since this person last looked. */
  readonly changed: boolean;
  /** This person's sign-up, as far as it is active or under way. */
  readonly mine: 'confirmed' | 'waitlisted' | 'sending' | 'refused' | null;
}

/** `now`: epoch ms. */
export function useEventMarks(eventId: string, now: number): EventMarks {
  const followed = useFollows((state) => state.ids.includes(eventId));
  const changed = useChanges(eventId).length > 0;
  const outgoing = useOutgoing(eventId);
  const status = useMySignUp(eventId, now)?.status;
  if (status === 'confirmed' || status === 'waitlisted') return { followed, changed, mine: status };
  const mine = outgoing === undefined ? null : outgoing.refusal === null ? 'sending' : 'refused';
  return { followed, changed, mine };
}

/** Whether anything waits for this person's eyes: a notice, a change, or a sign-up that was refused. */
export function useNews(): boolean {
  const unread = useUnread();
  const mine = useMySignUps((all) => all);
  const followed = useFollows(({ watches }) => watches);
  const refused = useOutgoingEntries().some(({ refusal }) => refusal !== null);
  const changed = useMemo(() => {
    const ids = Object.keys({ ...followed, ...mine.watches });
    return ids.some((id) => newsOf(mine, followed, id).length > 0);
  }, [mine, followed]);
  return unread > 0 || changed || refused;
}
