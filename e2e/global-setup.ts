import path from 'node:path';
import { buildServer } from '../server/testing/built-server';
import { keepPrepared } from './engine/prepared';
import { startTestServer } from './test-server';
import { keepTemplate } from './template';

export default async function setUp(): Promise<void> {
  buildServer();
  // A build that WeChat would refuse fails in the tests that open it, not here.
  await keepPrepared(path.resolve(__dirname, '../dist/weapp-local')).catch(() => undefined);
  const testServer = await startTestServer();
  await testServer.stop({ keep: true });
  keepTemplate(testServer.folder);
}
