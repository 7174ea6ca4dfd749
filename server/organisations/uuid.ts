import * as v from 'valibot';

/** An id as our tables have it; anything else is answered like one that is not there. */
export const UuidSchema = v.pipe(v.string(), v.uuid());
