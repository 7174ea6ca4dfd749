/** Publishes a file of events, row by row, and says how each fared. */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { parseEventFile } from './event-file';
import { decodeFile } from '../spreadsheets/file-text';
import { putEvent } from './put-event';
import type { PutTarget } from './put-event';
import {
  describeBadFile,
  describeFinding,
  describeProblem,
  describeRetry,
  describeRow,
  describeStop,
  describeTotals,
  describeWarning,
  USAGE,
} from './wording';
import type { Outcome } from './wording';

const ALL_PUBLISHED = 0;
const SOME_REFUSED = 1;
const NOT_DONE = 2;
export type ExitCode = typeof ALL_PUBLISHED | typeof SOME_REFUSED | typeof NOT_DONE;

export interface FeedHost {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly print: (line: string) => void;
  readonly wait: (ms: number) => Promise<void>;
  /** For one answer of the server; the usual time-out if left out. */
  readonly timeoutMs?: number;
}

interface Command {
  readonly file: string;
  readonly server: URL;
  readonly token: string;
}

function parseServer(text: string): URL | null {
  const address = text.endsWith('/') ? text : `${text}/`;
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url : null;
}

function parseCommand(args: readonly string[], env: FeedHost['env']): Command | null {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { server: { type: 'string' }, token: { type: 'string' } },
    });
    const [verb, file, ...rest] = positionals;
    const server = parseServer(values.server ?? '');
    const token = values.token ?? env['PUBLISHER_TOKEN'] ?? '';
    // A token that no header can carry could only fail in a way that looks like a broken network.
    if (verb !== 'import' || file === undefined || rest.length > 0 || !server || !/^[\x21-\x7e]+$/.test(token))
      return null;
    return { file, server, token };
  } catch {
    return null;
  }
}

async function importFile(source: string, target: PutTarget, print: FeedHost['print']): Promise<ExitCode> {
  const file = parseEventFile(source);
  if (!file.ok) {
    print(describeBadFile(file));
    return NOT_DONE;
  }
  const counts: Record<Outcome, number> = { created: 0, updated: 0, unchanged: 0, refused: 0 };
  const count = (row: number, id: string | null, outcome: Outcome): void => {
    counts[outcome] += 1;
    print(describeRow(row, id, outcome));
  };
  for (const entry of file.rows) {
    if ('code' in entry) {
      count(entry.row, entry.id, 'refused');
      print(describeFinding(entry));
      continue;
    }
    const result = await putEvent(entry.id, entry.body, target);
    if (result.outcome === 'stopped') {
      print(describeStop(entry.row, result));
      print(describeTotals(counts));
      return NOT_DONE;
    }
    count(entry.row, entry.id, result.outcome);
    if (result.outcome === 'refused') describeProblem(result, entry.body).forEach(print);
    else for (const warning of result.warnings) print(describeWarning(warning, entry.body));
  }
  print(describeTotals(counts));
  return counts.refused > 0 ? SOME_REFUSED : ALL_PUBLISHED;
}

/** Runs the command; 0: all rows are published, 1: some were refused, 2: wrong usage, unreadable file, or no server. */
export async function runFeed(args: readonly string[], host: FeedHost): Promise<ExitCode> {
  const command = parseCommand(args, host.env);
  if (!command) {
    host.print(USAGE);
    return NOT_DONE;
  }
  let source: string | null;
  try {
    source = decodeFile(await readFile(command.file));
  } catch {
    host.print(`读不到文件：${command.file}`);
    return NOT_DONE;
  }
  if (source === null) {
    host.print(`认不出文件的编码：${command.file}。请另存为 UTF-8 后再导入。`);
    return NOT_DONE;
  }
  const onRetry = (ms: number, why: string): void => {
    host.print(describeRetry(ms, why));
  };
  const { server, token } = command;
  const { wait, timeoutMs } = host;
  const target = { server, token, wait, onRetry, ...(timeoutMs !== undefined && { timeoutMs }) };
  return importFile(source, target, host.print);
}
