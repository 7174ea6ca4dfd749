/** Runs the server: settings, database, content, app, and an orderly end. */
import { importContent } from './content/import-content';
import { parseConfig, type Config } from './config';
import { officialCampaigns } from './content/campaigns';
import { sampleCampaign } from './content/sample';
import { readSetUp, withSetUp } from './content/set-up';
import { FolderInUseError } from './db/folder-lock';
import type { Database } from './db/database';
import { openDatabase } from './db/open';
import { errorCode } from './http/error-code';
import { BROWSER_APP, CONSOLE_APP } from './folders';
import { describeError } from './http/logging';
import { Encryptor } from './crypto/encryptor';
import { developmentKeys } from './crypto/development-key';
import { stopOnSignal } from './stop-on-signal';

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

async function openCurrent(config: Config): Promise<Database> {
  const database = await openDatabase(config.database, {
    onConnectionLost: (code) => {
      console.error(`数据库连接中断，正在重连 / lost a database connection, reconnecting (${code})`);
    },
    onLockLost: () =>
      fail('数据目录的锁已失去，为保护数据立即退出 / lost the lock on the data folder: stopping to protect it'),
  });
  try {
    await database.migrate();
    const setUp = readSetUp(config);
    const content = {
      official: officialCampaigns().map((each) => withSetUp(each, setUp)),
      makeSample: config.sample ? (today: string) => withSetUp(sampleCampaign(today), setUp) : null,
    };
    await importContent(database.db, content, Date.now());
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function run(config: Config): Promise<void> {
  const encryptor = new Encryptor(config.piiKeys ?? (await developmentKeys(config.dataDir)));
  // The database's engine is compiled and read beside this thread: time enough to load the app.
  const [database, { buildApp }] = await Promise.all([openCurrent(config), import('./app')]);
  const roots = { webRoot: BROWSER_APP, consoleRoot: CONSOLE_APP };
  const app = await buildApp({ config, database, encryptor, now: () => Date.now(), ...roots });
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
}

const parsed = parseConfig(process.env);
if (!parsed.ok) fail(parsed.problem);
run(parsed.config).catch((error: unknown) => fail(explain(error, parsed.config)));
