/** The product's own numbers: server, app and words read each of them here. Limits of one field stand beside its schema. */
import { DAY_MS, MINUTE_MS } from './time/time';

/** What people enter is deleted this many days after their event ended (docs/rules.md, privacy). */
export const FORMS_KEPT_DAYS = 30;
/** A form that was begun and not sent stays on the phone this long, in days. */
export const DRAFTS_KEPT_DAYS = 30;

/** How to reach somebody who reported is deleted this many days after the report was handled … */
export const REPORT_CONTACT_KEPT_DAYS = 30;
/** … and at the latest this many days after it came, in whatever state it is. */
export const REPORT_CONTACT_MOST_DAYS = 180;

/** A holder of a seat is reminded within this time before the start, in ms. */
export const REMINDED_BEFORE_MS = DAY_MS;
/** The alarm of an entry in the phone's own calendar rings this long before the start, in ms. */
export const ALARM_BEFORE_MS = 120 * MINUTE_MS;

/** A citizen's session ends after this long without use, in ms; each use extends it once in `SESSION_RENEWED_MS`. */
export const SESSION_MS = 400 * DAY_MS;
export const SESSION_RENEWED_MS = 7 * DAY_MS;

/** Seats that one sign-up can hold at most; an event's `maxParty` may be lower. */
export const MOST_SEATS = 50;
/** Members that a QC group can name at most; the group holds one seat. */
export const MOST_MEMBERS = 100;

/** Events that one phone can follow. */
export const MOST_FOLLOWED = 200;
/** Events whose free seats can be asked for in one request. */
export const MOST_AVAILABILITY_IDS = 100;

/** A phone's copy of one region may take this many bytes as JSON in UTF-8, of the 10 MB that WeChat gives an app. */
export const MOST_COPY_BYTES = 8_000_000;

/** Venues farther away than this are not nearby, in km. */
export const NEARBY_KM = 200;
/** A venue this far from its region is asked about when the event is published, in m. */
export const FAR_VENUE_M = 100_000;
