import { decideCancel, statusAt, statusOfCancelledEvent } from './sign-up-status';

const EVENT = { startsAt: 100, endsAt: 200 };

test.each([
  ['confirmed', 99, 'confirmed'],
  ['confirmed', 100, 'confirmed'],
  ['waitlisted', 99, 'waitlisted'],
  ['waitlisted', 100, 'expired'],
  ['cancelled', 100, 'cancelled'],
] as const)('rule 5: %s at %d is %s, since nobody is promoted after the start', (stored, now, status) => {
  expect(statusAt(stored, EVENT.startsAt, now)).toBe(status);
});

test.each([
  ['a seat before the event', 'confirmed', 99, { ok: true, status: 'cancelled', changed: true }],
  ['a seat once it has started', 'confirmed', 100, { ok: false, code: 'event-started' }],
  ['a seat once it is over', 'confirmed', 200, { ok: false, code: 'event-started' }],
  ['a place in the waitlist', 'waitlisted', 99, { ok: true, status: 'cancelled', changed: true }],
  ['a place that came to nothing', 'waitlisted', 100, { ok: true, status: 'expired', changed: false }],
  ['the same again', 'cancelled', 300, { ok: true, status: 'cancelled', changed: false }],
  ['what the organiser cancelled', 'event-cancelled', 99, { ok: true, status: 'event-cancelled', changed: false }],
] as const)('cancelling %s', (_, stored, now, decision) => {
  expect(decideCancel(stored, EVENT, now)).toEqual(decision);
});

test.each([
  ['confirmed', 'event-cancelled'],
  ['waitlisted', 'event-cancelled'],
  ['cancelled', 'cancelled'],
  ['event-cancelled', 'event-cancelled'],
] as const)('rule 8: %s becomes %s when the organiser cancels', (stored, status) => {
  expect(statusOfCancelledEvent(stored)).toBe(status);
});
