// What the tests need besides Node: a Chromium and a PostgreSQL. Says in one line each what is missing and how to get it.
import { existsSync } from 'node:fs';
import pg from 'pg';

const BROWSERS = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

export const testDatabaseUrl = process.env.TEST_DATABASE_URL ?? 'postgresql://postgres@127.0.0.1:5432/postgres';

async function postgresAnswers() {
  const client = new pg.Client({ connectionString: testDatabaseUrl, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** One line for each thing that is missing; empty when the tests can run. */
export async function missingTools() {
  const lines = [];
  if (!BROWSERS.some((file) => file && existsSync(file))) {
    lines.push(
      'No Chromium found: install one (Debian: apt-get install chromium fonts-noto-cjk; otherwise Chrome), or set CHROMIUM to its path.',
    );
  }
  if (!(await postgresAnswers())) {
    lines.push(
      'No PostgreSQL answers: start one (Debian: apt-get install postgresql), or set TEST_DATABASE_URL to a user that may create databases.',
    );
  }
  return lines;
}
