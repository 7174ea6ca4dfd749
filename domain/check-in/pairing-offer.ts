/** What an editor offers a device (docs/rules.md, "At the door", rule 9): the body of `POST o/devices/pairings`. */
import * as v from 'valibot';
import { EventIdSchema } from '../event/event';
import { line } from '../text/line-schema';
import { withoutIdentityNumber, withoutMobileNumber } from '../text/personal-numbers';
import { InstantSchema } from '../time/instant';
import { DAY_MS } from '../time/time';

const MOST_WINDOW_MS = 62 * DAY_MS;
const MOST_EVENTS = 50;

export const PairingOfferSchema = v.pipe(
  v.strictObject({
    /** As the list of devices and other devices' screens show it: 东门, 小张的手机. */
    name: v.pipe(line(40), withoutIdentityNumber, withoutMobileNumber),
    events: v.pipe(v.array(EventIdSchema), v.minLength(1, 'required'), v.maxLength(MOST_EVENTS, 'too-many')),
    from: InstantSchema,
    to: InstantSchema,
  }),
  v.check(({ from, to }) => from < to && to - from <= MOST_WINDOW_MS, 'window'),
);
export type PairingOffer = v.InferOutput<typeof PairingOfferSchema>;
