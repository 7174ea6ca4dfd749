/** The README's table of supported functions is what the host has. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { launchWeapp } from './launch';

const README = readFileSync(path.join(__dirname, 'README.md'), 'utf8');
const TABLE = README.slice(README.indexOf('| Area'), README.indexOf('\n\n', README.indexOf('| Area')));
const named = Array.from(TABLE.matchAll(/`(\w+)`/g), ([, name = '']) => name);

test('each supported function is in the table, once, and nothing else is', async () => {
  const app = await launchWeapp({ build: path.join(__dirname, 'fixture') });
  try {
    const supported = await app.page.evaluate(() => window.__engine.supportedApis());
    expect(supported.length).toBeGreaterThan(100);
    expect([...named].sort()).toEqual([...supported].sort());
  } finally {
    await app.close();
  }
});
