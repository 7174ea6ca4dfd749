/** An endpoint with its schemas: the server checks and describes requests by them, the console parses answers by them. */
import type * as v from 'valibot';
import type { Endpoint } from '../endpoint';

export interface Contract extends Endpoint {
  /** One line for the description of the API. */
  readonly summary: string;
  readonly tag: string;
  readonly params?: v.GenericSchema;
  readonly query?: v.GenericSchema;
  readonly body?: v.GenericSchema;
  /** By status. What the server refuses is RFC 9457 (`ProblemSchema`) everywhere. */
  readonly answers?: Readonly<Record<number, v.GenericSchema>>;
}
