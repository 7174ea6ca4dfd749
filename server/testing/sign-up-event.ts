/** The event `e`, which one can sign up for, the people who do, and the seats that they have. */
import { eq } from 'drizzle-orm';
import type { SignUpTerms } from '../../domain/event/event';
import type { Db } from '../db/database';
import { event } from '../db/schema';
import type { TestApp } from './app';
import { SIGN_UP } from './content';
import { newParticipant, type Participant } from './participants';

export async function openEvent(at: TestApp, terms: Partial<SignUpTerms> = {}): Promise<void> {
  const answer = await at.publish('e', { signUp: { ...SIGN_UP, ...terms } });
  if (answer.status > 201) throw new Error(answer.text);
}

/** Four, which is more than any test needs. */
export function newParticipants(at: TestApp): Promise<[Participant, Participant, Participant, Participant]> {
  return Promise.all([newParticipant(at), newParticipant(at), newParticipant(at), newParticipant(at)]);
}

export async function seatsOf(db: Db): Promise<{ taken: number; waiting: number } | undefined> {
  const [row] = await db.select({ taken: event.taken, waiting: event.waiting }).from(event).where(eq(event.id, 'e'));
  return row;
}
