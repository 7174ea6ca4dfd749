/** Runs the server: settings, database, content, app, and an orderly end. */
import { importContent } from './content/import-content';
import { parseConfig, type Config } from './config';
import { officialCampaigns } from './content/campaigns';
import { sampleCampaign } from './content/sample';

import { readSetUp, withSetUp } from './content/set-up';
import { FolderInUseError } from './db/folder-lock';
import type { Database } from './db/database';
import { openDatabase } from './db/open';
import { invitationPath } from '../domain/organisation/console-link';
import { importSampleAttendance } from './check-ins/sample-attendance';
import { importSampleDesk } from './organisations/sample-desk';
import { importSampleSummaries } from './summaries/sample-summaries';
import {
  closeSampleOrganisations,
  importSampleOrganisations,
  inviteToTrial,
} from './organisations/sample-organisations';
import { errorCode } from './http/error-code';
import { BROWSER_APP, CONSOLE_APP, DOOR_APP } from './folders';
import { describeError } from './http/logging';
import { Encryptor } from './crypto/encryptor';
import { developmentKeys } from './crypto/development-key';
import { stopOnSignal } from './stop-on-signal';

/** Half a second behind, a phone waits longer than it would to ask again. */
const MOST_DELAY_MS = 500;

function fail(line: string): never {
  console.error(line);
  process.exit(1);
}

const codeOf = (error: unknown): string =>
  errorCode(error) ?? (error instanceof Error ? errorCode(error.cause) : undefined) ?? '';

/** What an operator can put right gets one line that says how; anything else is our own fault, and shows where. */
function explain(error: unknown, { port, database }: Config): string {
  if (error instanceof FolderInUseError) return error.message;
  const code = codeOf(error);
  if (code === 'EADDRINUSE')
    return `端口 ${port} 已被占用，请用 PORT 另选 / port ${port} is taken: choose another with PORT`;
  if (code === 'EACCES' && port < 1024)
    return `无权使用端口 ${port} / no right to use port ${port}: choose another with PORT`;
  if ('url' in database && /^(E[A-Z]+|28|3D|57P|08)/.test(code)) {
    return `无法连接 DATABASE_URL 指定的数据库 / cannot connect to the database of DATABASE_URL (${code})`;
  }
  return `启动失败 / cannot start: ${JSON.stringify(describeError(error))}`;
}

/** Who tries it out finds organisations that have something to show; production has none of them. */
async function setUpTrial({ db }: Database, { trial }: Config, encryptor: Encryptor): Promise<void> {
  await db.transaction(async (tx) => {
    if (!trial) return closeSampleOrganisations(tx);
    await importSampleOrganisations(tx, encryptor, Date.now());
    await importSampleDesk(tx, encryptor, Date.now());
    await importSampleAttendance(tx, Date.now());
    return importSampleSummaries(tx, encryptor, Date.now());
  });
}

async function openCurrent(config: Config, encryptor: Encryptor): Promise<Database> {
  const database = await openDatabase(config.database, {
    onConnectionLost: (code) => {
      console.error(`数据库连接中断，正在重连 / lost a database connection, reconnecting (${code})`);
    },
    onRoomChanged: (hasRoom) => {
      console.error(
        hasRoom
          ? '磁盘又有空间，恢复写入 / the disk has room again: writing goes on'
          : '磁盘空间不足，暂停写入 / the disk is nearly full: nothing is written until there is room',
      );
    },
  });
  try {
    await database.migrate();
    const setUp = readSetUp(config);
    const content = {
      official: officialCampaigns().map((each) => withSetUp(each, setUp)),
      makeSample: config.sample ? (today: string) => withSetUp(sampleCampaign(today), setUp) : null,
    };
    await importContent(database.db, content, Date.now());
    await setUpTrial(database, config, encryptor);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function run(config: Config): Promise<void> {
  const encryptor = new Encryptor(config.piiKeys ?? (await developmentKeys(config.dataDir)));
  // The database's engine is compiled and read beside this thread: time enough to load the app.
  const [database, { buildApp }] = await Promise.all([openCurrent(config, encryptor), import('./app')]);
  const app = await buildApp({
    config,
    database,
    encryptor,
    now: () => Date.now(),
    webRoot: BROWSER_APP,
    consoleRoot: CONSOLE_APP,
    doorRoot: DOOR_APP,
    mostDelayMs: MOST_DELAY_MS,
  });
  const stop = async (): Promise<void> => {
    await app.close();
    await database.close();
  };
  try {
    await app.listen({ port: config.port, host: config.host });
  } catch (error) {
    await stop();
    throw error;
  }
  stopOnSignal(stop);
  const address = app.server.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  const host = config.host === '0.0.0.0' || config.host === '::' ? 'localhost' : config.host;
  console.log(`质量月 http://${host}:${port}`);
  if (config.trial) {
    const { token, organisation } = await database.db.transaction((tx) => inviteToTrial(tx, Date.now()));
    console.log(`工作台（一次有效）/ console, once: http://${host}:${port}${invitationPath(token)}`);
    console.log(`  ${organisation}`);
  }
}

// What the database's engine makes later is closed to others as well.
process.umask(0o077);
const parsed = parseConfig(process.env);
if (!parsed.ok) fail(parsed.problem);
run(parsed.config).catch((error: unknown) => fail(explain(error, parsed.config)));
