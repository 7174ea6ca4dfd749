import { buildServer } from '../server/testing/built-server';
import { startStand } from './stand';
import { keepTemplate } from './template';

export default async function setUp(): Promise<void> {
  buildServer();
  const stand = await startStand();
  await stand.stop({ keep: true });
  keepTemplate(stand.folder);
}
