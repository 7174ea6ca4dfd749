/** `npm run audit -- verify`: proves that the audit log is whole; exits with 1 where it is not. */
import { verifyAudit } from '../audit/verify';
import { CommandError, withDatabase } from './with-database';

const FAULTS = {
  missing: '缺行 / a row is missing',
  changed: '行被改动 / a row was changed',
  unchained: '与前一行不相连 / a row does not follow the one before',
} as const;

if (process.argv[2] !== 'verify') {
  console.error('用法 / usage: npm run audit -- verify');
  process.exitCode = 1;
} else {
  withDatabase(async ({ db }) => {
    const proof = await verifyAudit(db);
    if (!proof.ok)
      throw new CommandError(`操作记录有问题 / the audit log is not whole: ${FAULTS[proof.fault]} (${proof.seq})`);
    console.log(`操作记录完整 / the audit log is whole: ${proof.rows}`);
    console.log(`末行摘要 / last hash: ${proof.hash}`);
  });
}
