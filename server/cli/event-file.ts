/** A file of events to publish: a JSON array, or an object that holds one under `events`. */
import * as v from 'valibot';
import { EventIdSchema } from '../../domain/event/event';

export interface FileRow {
  /** From 1, in the order of the file. */
  readonly row: number;
  readonly id: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A row that is refused before it is sent, with the field and a code as the server would give them. */
export interface BadRow {
  readonly row: number;
  readonly id: string | null;
  readonly path: string;
  readonly code: 'wrong-type' | 'required' | 'event-id' | 'id-used-above';
}

export type EventFile =
  | { readonly ok: true; readonly rows: readonly (FileRow | BadRow)[] }
  | { readonly ok: false; readonly reason: 'not-json' | 'not-events'; readonly line?: number };

const ContentSchema = v.union([v.array(v.unknown()), v.object({ events: v.array(v.unknown()) })]);
const RowSchema = v.record(v.string(), v.unknown());

/** The line that the engine's message points at, if it says where. */
function lineOf(text: string, error: unknown): number | undefined {
  const position = error instanceof Error ? /at position (\d+)/.exec(error.message)?.[1] : undefined;
  return position === undefined ? undefined : text.slice(0, Number(position)).split('\n').length;
}

function parseRow(value: unknown, row: number, seen: Set<string>): FileRow | BadRow {
  const parsed = v.safeParse(RowSchema, value);
  if (!parsed.success || Array.isArray(value)) return { row, id: null, path: '', code: 'wrong-type' };
  const { id, ...body } = parsed.output;
  if (id === undefined) return { row, id: null, path: 'id', code: 'required' };
  if (!v.is(EventIdSchema, id)) return { row, id: null, path: 'id', code: 'event-id' };
  if (seen.has(id)) return { row, id, path: 'id', code: 'id-used-above' };
  seen.add(id);
  return { row, id, body };
}

/** Reads the file's text; what is wrong with one row leaves the others usable. */
export function parseEventFile(source: string): EventFile {
  const text = source.replace(/^\ufeff/, '');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const line = lineOf(text, error);
    return { ok: false, reason: 'not-json', ...(line !== undefined && { line }) };
  }
  const content = v.safeParse(ContentSchema, json);
  if (!content.success) return { ok: false, reason: 'not-events' };
  const events = Array.isArray(content.output) ? content.output : content.output.events;
  const seen = new Set<string>();
  return { ok: true, rows: events.map((value, index) => parseRow(value, index + 1, seen)) };
}
