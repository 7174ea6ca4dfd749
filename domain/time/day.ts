import * as v from 'valibot';
import { parseDay } from './time';

/** A calendar day, `2026-09-18`. */
export const DaySchema = v.pipe(
  v.string(),
  v.check((text) => parseDay(text) !== null, 'day'),
);
