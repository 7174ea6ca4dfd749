import path from 'node:path';
import { parseInstant } from '../domain/time/time';
import { buildServer } from '../server/testing/built-server';
import { startTestServer } from './test-server';
import { keepPrepared } from '../mini-program-host/prepared';
import { keepTemplate } from './template';

/** A Wednesday of the campaign's month. `TESTS_BEGIN` takes another instant, to look for faults of another day. */
const BEGINNING = process.env.TESTS_BEGIN ?? '2026-09-09T10:00:00+08:00';

export default async function setUp(): Promise<void> {
  const beginning = parseInstant(BEGINNING);
  if (beginning === null) throw new Error(`TESTS_BEGIN is no instant: ${BEGINNING}`);
  process.env.CLOCK_OFFSET = String(beginning - Date.now());
  buildServer();
  // A build that WeChat would refuse fails in the tests that open it, not here.
  await keepPrepared(path.resolve(__dirname, '../dist/weapp-local')).catch(() => undefined);
  const testServer = await startTestServer();
  await testServer.stop({ keep: true });
  keepTemplate(testServer.folder);
}
