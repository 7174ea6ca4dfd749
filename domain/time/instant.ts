/** Instants where they come in: text with an offset on the wire, epoch ms everywhere else. */
import * as v from 'valibot';
import { parseInstant } from './time';

/** `2026-09-18T14:00:00+08:00` (RFC 3339 section 5.6), parsed into epoch ms. Refuses (`instant`) whatever is no date-time. */
export const InstantSchema = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }): number => {
    const instant = parseInstant(dataset.value);
    if (instant !== null) return instant;
    addIssue({ message: 'instant' });
    return NEVER;
  }),
);

/** The same, checked and kept as the text that was sent: for drafts and for what is only shown. */
export const InstantTextSchema = v.pipe(
  v.string(),
  v.check((text) => parseInstant(text) !== null, 'instant'),
);

/** As the phone stores it: epoch ms; older versions stored the text of the wire. */
export const StoredInstantSchema = v.union([v.number(), InstantSchema]);

/** Either of the two, for schemas that exist for the wire and for storage. */
export type InstantOf<Input> = v.GenericSchema<Input, number>;
