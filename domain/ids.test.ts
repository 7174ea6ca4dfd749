import type { EventId, OrganisationId, RegionCode } from './ids';

/** `true` where the compiler takes a `From` for a `To`. */
type Takes<From, To> = From extends To ? true : false;

// The types are the check: `npm test` runs the compiler over this file.
const ORGANISATION_AS_EVENT: Takes<OrganisationId, EventId> = false;
const REGION_AS_ORGANISATION: Takes<RegionCode, OrganisationId> = false;
const TEXT_AS_EVENT: Takes<string, EventId> = true;
const EVENT_AS_TEXT: Takes<EventId, string> = true;

test('an id of one kind is refused where another is asked for, and text is taken', () => {
  expect([ORGANISATION_AS_EVENT, REGION_AS_ORGANISATION, TEXT_AS_EVENT, EVENT_AS_TEXT]).toEqual([
    false,
    false,
    true,
    true,
  ]);
});
