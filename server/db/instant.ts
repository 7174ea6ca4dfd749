import { bigint } from 'drizzle-orm/pg-core';

/**
 * A column of epoch milliseconds. The engines hand timestamps back in different types, and a number has no zone to get
 * wrong.
 */
export const instant = (name: string): ReturnType<typeof bigint<string, 'number'>> => bigint(name, { mode: 'number' });
