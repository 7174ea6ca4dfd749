/** Which errors mean that the database cannot work now, rather than that the request or our code is wrong. */
import { isNativeError } from 'node:util/types';
import { errorCode } from '../http/error-code';

/**
 * PostgreSQL's classes: connection (08), resources such as a full disk (53), shutdown and failover (57P), the system
 * (58); a query cancelled by its timeout, deadlock and lock timeout, and a standby that cannot write. Then Node's names.
 */
const CODES =
  /^(08|53|57P|58)|^(57014|40001|40P01|55P03|25006|25P03)$|^(ECONN(REFUSED|RESET|ABORTED)|ENOTFOUND|EAI_AGAIN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOSPC)$/;

/** What the driver and its pool throw without a code. */
const MESSAGES =
  /^(timeout exceeded when trying to connect|Connection terminated|Query read timeout|timeout expired|Client has encountered a connection error|Client was closed|Cannot use a pool after)/;

/** Two transactions waited for each other, or each changed what the other had read: one was undone, as if it never ran. */
const CONFLICTS = /^(40001|40P01)$/;

/** Looks through the causes too: drizzle wraps what its driver throws. */
function hasCause(error: unknown, test: (code: string | undefined, message: string) => boolean): boolean {
  for (let each = error; isNativeError(each); each = each.cause) {
    if (test(errorCode(each), each.message)) return true;
  }
  return false;
}

export function isUnavailable(error: unknown): boolean {
  return hasCause(error, (code, message) => (code === undefined ? MESSAGES.test(message) : CODES.test(code)));
}

/** Whether the same transaction may succeed when it runs again. */
export function isConflict(error: unknown): boolean {
  return hasCause(error, (code) => code !== undefined && CONFLICTS.test(code));
}
