/** `npm run db:new-epoch`, after a backup was restored: phones that know of later changes must not keep them. */
import { parseConfig } from '../config';
import { renewEpoch } from '../db/epoch';
import { openDatabase } from '../db/open';

async function run(): Promise<void> {
  const parsed = parseConfig(process.env);
  if (!parsed.ok) throw new Error(parsed.problem);
  const database = await openDatabase(parsed.config.database, {
    onConnectionLost: () => undefined,
  });
  try {
    await database.migrate();
    await renewEpoch(database.db);
  } finally {
    await database.close();
  }
  console.log('已更新：所有手机会在下次同步时重新获取全部内容 / done: every phone will fetch everything anew');
}

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : 'failed');
  process.exitCode = 1;
});
