import { makeServerFile } from '../server/testing/one-file';
import path from 'node:path';
import { keepPrepared } from './engine/prepared';
import { startStand } from './stand';
import { keepTemplate } from './template';

export default async function setUp(): Promise<void> {
  await makeServerFile();
  // A build that WeChat would refuse fails in the tests that open it, not here.
  await keepPrepared(path.resolve(__dirname, '../dist/weapp')).catch(() => undefined);
  const stand = await startStand();
  await stand.stop({ keep: true });
  keepTemplate(stand.folder);
}
