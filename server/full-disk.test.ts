/** A disk that fills up under the embedded database and is emptied again. Where a test may mount one, it is a real one. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, statfsSync } from 'node:fs';
import { cp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SLOW_MS } from './testing/app';
import { bodyOf } from './testing/content';
import { makeDatabase } from './testing/database';
import { putEvent, syncWith } from './testing/http-client';
import { killServers, startServer, type ServerProcess } from './testing/server-process';
import { waitUntil } from './testing/wait-until';

const MB = 1024 * 1024;
const DISK_MB = 512;
/** Less than what nothing is written below (server/db/free-space.ts). */
const LEFT_MB = 64;
const REGION = '540000';

const folder = mkdtempSync(join(tmpdir(), 'quality-month-disk-'));

function mountDisk(): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MB}m`, 'quality-month', folder], { stdio: 'pipe' });
    return true;
  } catch {
    console.warn('none: no disk may be mounted here, so a full one is not tried (server/overload.test.ts plays one)');
    return false;
  }
}

/** Where no disk may be mounted the test counts neither as passed nor as failed. */
const isMounted = mountDisk();
const testOnDisk = isMounted ? test : test.skip;
afterAll(async () => {
  await killServers();
  if (isMounted) execFileSync('umount', [folder]);
  await rm(folder, { recursive: true, force: true });
});

testOnDisk(
  'what was acknowledged is there after it was full, after a kill too; meanwhile all is read and writing is refused',
  async () => {
    const made = await makeDatabase('embedded');
    const dataDir = join(folder, 'data');
    await cp(made.environment.DATA_DIR ?? '', dataDir, { recursive: true });
    await made.remove();
    const start = (): Promise<ServerProcess> => startServer({ DATA_DIR: dataDir, SAMPLE: 'on' });
    let server = await start();
    const { campaign } = await waitUntil(() => syncWith(server.url, REGION).catch(() => undefined), SLOW_MS);
    const body = bodyOf({ campaign: campaign?.id ?? '', programmeId: 't058' });
    const publish = (id: string, title: string): Promise<true | undefined> =>
      putEvent(server.url, id, { ...body, title }).then(
        ({ ok }) => ok || undefined,
        () => undefined,
      );
    const titles = async (): Promise<unknown[]> => {
      const { events } = await syncWith(server.url, REGION);
      return ['a', 'b'].map((id) => events.get(id)?.title);
    };
    await waitUntil(() => publish('a', '满之前'), SLOW_MS);

    const { bavail, bsize } = statfsSync(folder);
    const ballast = join(folder, 'ballast');
    await writeFile(ballast, Buffer.alloc(bavail * bsize - LEFT_MB * MB));
    let acknowledged = '满之前';
    const isRefused = async (): Promise<true | undefined> => {
      if ((await publish('a', '满了')) === undefined) return true;
      acknowledged = '满了';
      return undefined;
    };
    await waitUntil(isRefused, SLOW_MS);
    expect(await publish('b', '满了')).toBeUndefined();
    expect(await titles()).toEqual([acknowledged, undefined]);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);

    await rm(ballast);
    await waitUntil(() => publish('b', '又有空间'), SLOW_MS);
    await writeFile(ballast, Buffer.alloc(statfsSync(folder).bavail * bsize - LEFT_MB * MB));
    server.kill('SIGKILL');
    await server.ended;
    await rm(ballast);
    server = await start();
    expect(await titles()).toEqual([acknowledged, '又有空间']);
    expect(server.output()).not.toMatch(/error/i);
    server.kill('SIGTERM');
    expect(await server.ended).toBe(0);
  },
  3 * SLOW_MS,
);
