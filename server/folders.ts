/**
 * Where the server's files are. The build copies content and migrations to the same places beside the built programs in
 * `dist/server` (scripts/build-server.mjs), so this holds for both.
 */
import { join } from 'node:path';

export const CONTENT = join(__dirname, 'content');
export const MIGRATIONS = join(__dirname, 'db/migrations');
/** `dist/h5`, as seen from `dist/server`: only the built server has a browser app to serve. */
export const BROWSER_APP = join(__dirname, '../h5');
/** `dist/console`, likewise. */
export const CONSOLE_APP = join(__dirname, '../console');
/** `dist/door`, likewise. */
export const DOOR_APP = join(__dirname, '../door');
