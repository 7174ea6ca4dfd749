/**
 * A primary and its synchronous standby, of the same PostgreSQL as the tests' own, on free ports and in a folder of their
 * own. Their disk is not waited for: only processes are killed here, and what they wrote the system keeps.
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { freePort } from './free-port';
import { SERVER_URL } from './database';
import { waitUntil } from './wait-until';

const STARTS_MS = 60_000;
/** Characters of what it said, for a start that fails. */
const MOST_OUTPUT = 4_000;
const NAME = 'postgres';
const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'fsync=off',
  'wal_level=replica',
  'wal_keep_size=512MB',
  'synchronous_standby_names=*',
  'shared_buffers=16MB',
];
/** What belongs to the running server and not to a copy of its files. */
const OWN = /\/(postmaster\.(pid|opts)|standby\.signal|backup_label|postgresql\.auto\.conf)$/;

interface User {
  readonly uid?: number;
  readonly gid?: number;
}

/** PostgreSQL refuses to run as root. */
function unprivileged(): User {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** Whether everybody may pass through the folder and all above it. */
function isOpenToAll(folder: string): boolean {
  const above = dirname(folder);
  return (statSync(folder).mode & 0o001) !== 0 && (above === folder || isOpenToAll(above));
}

/** Where temporary folders go, unless that is closed to the user that the servers run as. */
function scratchFor({ uid }: User): string {
  const folders = [tmpdir(), '/dev/shm', '/tmp'];
  const found = uid === undefined ? tmpdir() : folders.find((folder) => existsSync(folder) && isOpenToAll(folder));
  if (found === undefined) throw new Error(`nobody but root gets to any of ${folders.join(', ')}`);
  return found;
}

async function ask(url: string, text: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

async function findPrograms(): Promise<string> {
  const [row] = await ask(SERVER_URL, `select setting from pg_config where name = 'BINDIR'`);
  const folder = String(row?.setting);
  if (!existsSync(join(folder, 'initdb'))) throw new Error(`no PostgreSQL programs on this machine in ${folder}`);
  return folder;
}

interface Node {
  readonly data: string;
  readonly port: number;
  readonly url: string;
  readonly child: ChildProcess;
}

export class PostgresPair {
  private readonly running = new Set<ChildProcess>();
  private count = 0;
  /** The process that sends to the standby, while it is stopped. */
  private sender: number | null = null;

  private constructor(
    private readonly programs: string,
    private readonly folder: string,
    private readonly user: User,
    private primary: Node | null,
    private standby: Node | null,
  ) {}

  static async start(): Promise<PostgresPair> {
    const programs = await findPrograms();
    const user = unprivileged();
    const folder = await mkdtemp(join(scratchFor(user), 'quality-month-pair-'));
    const pair = new PostgresPair(programs, folder, user, null, null);

    try {
      await pair.begin();
      return pair;
    } catch (error) {
      await pair.remove();
      throw error;
    }
  }

  private async begin(): Promise<void> {
    const { programs, folder, user } = this;
    this.give(folder);
    const data = join(folder, 'first');
    const flags = ['--auth=trust', `--username=${NAME}`, '--encoding=UTF8', '--locale=C', '--no-sync'];
    execFileSync(join(programs, 'initdb'), [`--pgdata=${data}`, ...flags], { ...user, cwd: folder, stdio: 'pipe' });
    // A copy made before the first start is a standby that has nothing to catch up on.
    const copy = join(folder, 'second');
    await cp(data, copy, { recursive: true });
    this.primary = await this.launch(data, null);
    this.standby = await this.follow(copy, this.primary);
  }

  get port(): number {
    return this.known(this.primary).port;
  }

  private known(node: Node | null): Node {
    if (!node) throw new Error('the pair is not whole');
    return node;
  }

  private give(path: string): void {
    const { uid, gid } = this.user;
    if (uid !== undefined && gid !== undefined) execFileSync('chown', ['-R', `${uid}:${gid}`, path]);
  }

  private async launch(data: string, following: Node | null): Promise<Node> {
    const port = await freePort();
    const settings = [...SETTINGS, `port=${port}`];
    if (following) settings.push(`primary_conninfo=host=127.0.0.1 port=${following.port} user=${NAME}`);
    const args = ['-D', data, ...settings.flatMap((each) => ['-c', each])];
    this.give(data);
    const child = spawn(join(this.programs, 'postgres'), args, {
      ...this.user,
      cwd: this.folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.running.add(child);
    child.once('close', () => this.running.delete(child));
    let output = '';
    child.stderr.on('data', (text: Buffer) => {
      output = `${output}${text.toString()}`.slice(-MOST_OUTPUT);
    });
    const url = `postgres://${NAME}@127.0.0.1:${port}/${NAME}`;
    const answers = (): Promise<true | undefined> => {
      if (child.exitCode !== null) throw new Error(`PostgreSQL ended: ${output}`);
      return ask(url, 'select 1').then(
        () => true,
        () => undefined,
      );
    };
    await waitUntil(answers, STARTS_MS);
    return { data, port, url, child };
  }

  private async follow(copy: string, primary: Node): Promise<Node> {
    await writeFile(join(copy, 'standby.signal'), '');
    const node = await this.launch(copy, primary);
    const isSynchronous = async (): Promise<true | undefined> =>
      (await ask(primary.url, `select from pg_stat_replication where sync_state = 'sync'`)).length === 1
        ? true
        : undefined;
    await waitUntil(isSynchronous, STARTS_MS);
    return node;
  }

  /** From now on the standby hears nothing of what the primary writes. */
  async deafen(): Promise<void> {
    const [sender] = await ask(this.known(this.primary).url, 'select pid from pg_stat_replication');
    if (!sender) throw new Error('nobody follows the primary');
    this.sender = Number(sender.pid);
    process.kill(this.sender, 'SIGSTOP');
  }

  /** Whether a commit waits for the standby, which a primary that confirms alone never lets it do. */
  async isWaited(): Promise<boolean> {
    const waiting = `select from pg_stat_activity where wait_event = 'SyncRep'`;
    return (await ask(this.known(this.primary).url, waiting)).length > 0;
  }

  /** Kills the primary as a power cut does; nothing may be asked of it any more. */
  async killPrimary(): Promise<void> {
    const { child, data } = this.known(this.primary);
    const closed = once(child, 'close');
    child.kill('SIGKILL');
    // It would not notice that the others are gone.
    if (this.sender !== null) process.kill(this.sender, 'SIGKILL');
    this.sender = null;
    await closed;
    await rm(data, { recursive: true, force: true, maxRetries: 5 });
    this.primary = null;
  }

  /** Makes the standby the primary, and gives it a standby of its own, without which it confirms nothing. */
  async promote(): Promise<void> {
    const next = this.known(this.standby);
    await ask(next.url, 'select pg_promote(true, 60)');
    this.primary = next;
    this.standby = null;
    this.standby = await this.follow(await this.copyOf(next), next);
  }

  /** The files of a running server, as PostgreSQL's manual describes it for a copy without its own tool. */
  private async copyOf({ url, data }: Node): Promise<string> {
    this.count += 1;
    const copy = join(this.folder, `copy-${this.count}`);
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      await client.query(`select pg_backup_start('copy', true)`);
      await cp(data, copy, { recursive: true, filter: (path) => !OWN.test(path) });
      const { rows } = await client.query<{ labelfile: string }>('select labelfile from pg_backup_stop(false)');
      await writeFile(join(copy, 'backup_label'), rows[0]?.labelfile ?? '');
      return copy;
    } finally {
      await client.end();
    }
  }

  async remove(): Promise<void> {
    await Promise.all(
      [...this.running].map(async (child) => {
        const closed = once(child, 'close');
        child.kill('SIGQUIT');
        await closed;
      }),
    );
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
