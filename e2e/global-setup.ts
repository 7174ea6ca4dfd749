import { makeServerFile } from '../server/testing/one-file';
import { startStand } from './stand';
import { keepTemplate } from './template';

export default async function setUp(): Promise<void> {
  await makeServerFile();
  const stand = await startStand();
  await stand.stop({ keep: true });
  keepTemplate(stand.folder);
}
