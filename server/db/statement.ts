/** A statement written once and prepared on each connection, for what drizzle's builders cannot say. */
import type { SQL } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import type { Tx } from './database';

const dialect = new PgDialect();

/** `name` is unique among all prepared statements. Values fill the placeholders. */
export function statement(
  name: string,
  text: SQL,
): (tx: Tx, values: Readonly<Record<string, unknown>>) => Promise<unknown> {
  const query = dialect.sqlToQuery(text);
  return (tx, values) => tx._.session.prepareQuery(query, undefined, name, false).execute({ ...values });
}
