/**
 * What an id names. Each kind has a flavor, so that the compiler refuses an event's id where an organisation's is asked
 * for; plain text is still accepted, since parsing at a boundary decides about that (decision 0017).
 */
import type { Flavor } from 'valibot';

/** 场次, unique across campaigns. */
export type EventId = string & Flavor<'EventId'>;
export type CampaignId = string & Flavor<'CampaignId'>;
/** A UUID that the phone makes. */
export type SignUpId = string & Flavor<'SignUpId'>;
/** A citizen's account. */
export type AccountId = string & Flavor<'AccountId'>;
/** A person who works for one or more organisations. */
export type MemberId = string & Flavor<'MemberId'>;
export type OrganisationId = string & Flavor<'OrganisationId'>;
/** A device at the door. */
export type DeviceId = string & Flavor<'DeviceId'>;
/** Six digits of GB/T 2260; 100000 is the nation. */
export type RegionCode = string & Flavor<'RegionCode'>;
