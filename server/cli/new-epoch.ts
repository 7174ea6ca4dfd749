/** `npm run db:new-epoch`, after a backup was restored: phones that know of later changes must not keep them. */
import { renewEpoch } from '../db/epoch';
import { withDatabase } from './with-database';

withDatabase(async ({ db }) => {
  await renewEpoch(db);
  console.log('已更新：所有手机会在下次同步时重新获取全部内容 / done: every phone will fetch everything anew');
});
