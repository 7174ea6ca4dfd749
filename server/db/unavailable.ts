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

/** Looks through the causes too: drizzle wraps what its driver throws. */
export function isUnavailable(error: unknown): boolean {
  for (let each = error; isNativeError(each); each = each.cause) {
    const code = errorCode(each);
    if (code === undefined ? MESSAGES.test(each.message) : CODES.test(code)) return true;
  }
  return false;
}
