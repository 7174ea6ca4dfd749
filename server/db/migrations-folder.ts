import { join } from 'node:path';

export const MIGRATIONS = join(__dirname, 'migrations');
