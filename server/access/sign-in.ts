/**
 * Signing in with login, password and code (A4). Whether a login exists shows neither in the answer nor in the time: a
 * password is hashed all the same.
 */
import type { MemberId } from '../../domain/ids';
import { eq } from 'drizzle-orm';
import type { ProofBody, SignInBody } from '../../domain/organisation/member';
import type { PasswordHasher } from '../crypto/password-hasher';
import type { Encryptor } from '../crypto/encryptor';
import type { Db } from '../db/database';
import { member, memberPhone, secondFactor, staffSession } from '../db/staff-schema';
import type { Staff } from './principal';
import { recordMemberAct } from './record-member-act';
import { takeSecondFactorCode } from './second-factor';
import { countTry, forgetFailures, takeBackTry, type TryKeys } from './sign-in-failures';
import { openStaffSession } from './staff-sessions';

export interface SignInDeps {
  readonly db: Db;
  readonly now: () => number;
  readonly encryptor: Encryptor;
  readonly hasher: PasswordHasher;
}

/** Where a try comes from. */
export interface Caller {
  readonly address: string;
  readonly device: string;
  readonly requestId: string;
}

export type Refused =
  | { readonly ok: false; readonly code: 'sign-in-failed' | 'code-required' | 'unavailable' }
  | { readonly ok: false; readonly code: 'too-many-requests'; readonly retryAfterMs: number };

export type SignedIn = { readonly ok: true; readonly token: string; readonly memberId: MemberId } | Refused;

const FAILED: Refused = { ok: false, code: 'sign-in-failed' };

async function findByLogin(
  db: Db,
  login: string,
): Promise<{ id: string; passwordHash: string | null; hasCode: boolean } | null> {
  const [row] = await db
    .select({ id: member.id, passwordHash: member.passwordHash, confirmedAt: secondFactor.confirmedAt })
    .from(member)
    .leftJoin(secondFactor, eq(secondFactor.memberId, member.id))
    .where(eq(member.login, login));
  return row ? { id: row.id, passwordHash: row.passwordHash, hasCode: row.confirmedAt !== null } : null;
}

/** What a database does not keep in a text is no login; it fails like one that nobody has. */
const toLogin = (typed: string): string =>
  typed
    .trim()
    .toLowerCase()
    .replace(/[\u0000-\u001f\ud800-\udfff]/g, '');

async function checkPassword(
  { db, hasher }: SignInDeps,
  keys: TryKeys,
  password: string,
  stored: string | null,
): Promise<Refused | null> {
  const isRight = await hasher.verify(password, stored);
  if (isRight === null) {
    await takeBackTry(db, keys);
    return { ok: false, code: 'unavailable' };
  }
  return isRight ? null : FAILED;
}

export async function signIn(
  deps: SignInDeps,
  { login: typed, password, code }: SignInBody,
  { address, device, requestId }: Caller,
): Promise<SignedIn> {
  const { db, now, encryptor } = deps;
  const login = toLogin(typed);
  const keys = { login, address };
  const retryAfterMs = await countTry(db, keys, now());
  if (retryAfterMs > 0) return { ok: false, code: 'too-many-requests', retryAfterMs };
  const found = await findByLogin(db, login);
  const refused = await checkPassword(deps, keys, password, found?.passwordHash ?? null);
  if (refused) return refused;
  if (!found) return FAILED;
  if (found.hasCode && code === undefined) {
    await takeBackTry(db, keys);
    return { ok: false, code: 'code-required' };
  }
  const actor = { who: 'member', id: found.id, requestId } as const;
  const token = await db.transaction(async (tx) => {
    const at = now();
    const isProved =
      !found.hasCode ||
      (await takeSecondFactorCode(tx, encryptor, { memberId: found.id, code: code ?? '', now: at, actor }));
    if (!isProved) return null;
    const opened = await openStaffSession(tx, found.id, device, at);
    await recordMemberAct(tx, at, actor, {
      memberId: found.id,
      act: 'signed-in',
      object: { kind: 'member', id: found.id },
    });
    return opened;
  });
  if (token === null) return FAILED;
  await forgetFailures(db, keys);
  return { ok: true, token, memberId: found.id };
}

/** Password or code again, for the session or the phone that asks. Tries count like those of signing in. */
export async function prove(
  deps: SignInDeps,
  proof: ProofBody,
  {
    memberId,
    sessionId,
    phoneId,
    address,
    requestId,
  }: Omit<Caller, 'device'> & Pick<Staff, 'memberId' | 'sessionId' | 'phoneId'>,
): Promise<{ readonly ok: true } | Refused> {
  const { db, now, encryptor } = deps;
  const [row] = await db
    .select({ login: member.login, passwordHash: member.passwordHash })
    .from(member)
    .where(eq(member.id, memberId));
  if (!row) return FAILED;
  const keys = { login: row.login, address };
  const retryAfterMs = await countTry(db, keys, now());
  if (retryAfterMs > 0) return { ok: false, code: 'too-many-requests', retryAfterMs };
  const at = now();
  if ('password' in proof) {
    const refused = await checkPassword(deps, keys, proof.password, row.passwordHash);
    if (refused) return refused;
  } else {
    const actor = { who: 'member', id: memberId, requestId } as const;
    const { code } = proof;
    const isRight = await db.transaction((tx) =>
      takeSecondFactorCode(tx, encryptor, { memberId, code, now: at, actor }),
    );
    if (!isRight) return FAILED;
  }
  if (sessionId !== null) await db.update(staffSession).set({ provedAt: at }).where(eq(staffSession.id, sessionId));
  if (phoneId !== null) await db.update(memberPhone).set({ provedAt: at }).where(eq(memberPhone.id, phoneId));
  await forgetFailures(db, keys);
  return { ok: true };
}
