/** Publishes a file of events, row by row, and says how each fared. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { decodeFile } from '../spreadsheets/file-text';
import { parseEventFile } from './event-file';
import { importSheet } from './import-sheet';
import { checkJson } from './check-json';
import { NOT_DONE, publishRows, SOME_REFUSED, type ExitCode } from './publish-rows';
import type { PutTarget } from './put-event';
import {
  describeAllOrNothing,
  describeBadFile,
  describeFinding,
  describeNoFacts,
  describeRetry,
  describeRow,
  USAGE,
} from './wording';

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
  readonly campaign: string | null;
  readonly onlyGood: boolean;
}

/** A spreadsheet by its name; its content is looked at later. */
const SHEET_NAME = /\.(?:xlsx|xlsm|xls|et|csv|tsv|txt)$/i;

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
      options: {
        server: { type: 'string' },
        token: { type: 'string' },
        campaign: { type: 'string' },
        'only-good': { type: 'boolean', default: false },
      },
    });
    const [verb, file, ...rest] = positionals;
    const server = parseServer(values.server ?? '');
    const token = values.token ?? env['PUBLISHER_TOKEN'] ?? '';
    // A token that no header can carry could only fail in a way that looks like a broken network.
    if (verb !== 'import' || file === undefined || rest.length > 0 || !server || !/^[\x21-\x7e]+$/.test(token))
      return null;
    return { file, server, token, campaign: values.campaign ?? null, onlyGood: values['only-good'] };
  } catch {
    return null;
  }
}

/** Every fault of every row is said before anything is written; then all rows go, or only the good ones (E4). */
async function importJson(
  { path, bytes, onlyGood }: { readonly path: string; readonly bytes: Uint8Array; readonly onlyGood: boolean },
  target: PutTarget,
  print: FeedHost['print'],
): Promise<ExitCode> {
  const source = decodeFile(bytes);
  if (source === null) {
    print(`认不出文件的编码：${path}。请另存为 UTF-8 后再导入。`);
    return NOT_DONE;
  }
  const file = parseEventFile(source);
  if (!file.ok) {
    print(describeBadFile(file));
    return NOT_DONE;
  }
  const checked = await checkJson(file.rows, target.server, target.timeoutMs);
  if (!checked.ok) {
    print(describeNoFacts(checked.reason, checked.detail));
    return NOT_DONE;
  }
  const { rows, badRows } = checked;
  for (const { entry, faults } of rows.filter((each) => each.faults.length > 0)) {
    print(describeRow(entry.row, entry.id, 'refused', '条'));
    for (const fault of faults) print(describeFinding(fault, 'body' in entry ? entry.body : undefined));
  }
  if (badRows > 0 && !onlyGood) {
    print(describeAllOrNothing(badRows, '条'));
    return SOME_REFUSED;
  }
  const good = rows.flatMap(({ entry, faults }) => (faults.length > 0 || !('body' in entry) ? [] : [entry]));
  return publishRows({ rows: good, refused: badRows, unit: '条' }, target, print);
}

/** Runs the command; 0: all rows are published, 1: some were refused, 2: wrong usage, unreadable file, or no server. */
export async function runFeed(args: readonly string[], host: FeedHost): Promise<ExitCode> {
  const command = parseCommand(args, host.env);
  if (!command) {
    host.print(USAGE);
    return NOT_DONE;
  }
  let bytes: Buffer;
  try {
    bytes = await readFile(command.file);
  } catch {
    host.print(`读不到文件：${command.file}`);
    return NOT_DONE;
  }
  const onRetry = (ms: number, why: string): void => {
    host.print(describeRetry(ms, why));
  };
  const { file, server, token, campaign, onlyGood } = command;
  const { wait, timeoutMs, print } = host;
  const target = { server, token, wait, onRetry, ...(timeoutMs !== undefined && { timeoutMs }) };
  if (!SHEET_NAME.test(file)) return importJson({ path: file, bytes, onlyGood }, target, print);
  return importSheet({ path: file, file: { name: basename(file), bytes }, campaign, onlyGood }, target, print);
}
