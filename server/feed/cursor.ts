/**
 * The feed's cursor: how far a phone has come, opaque to it. It binds schema version, epoch, campaign and region by a
 * keyed checksum over all of them; the key is the epoch, which never leaves the server. So a cursor of another
 * database, region or version, a damaged and an invented one are all the same: they do not fit.
 */
import type { CampaignId, RegionCode } from '../../domain/ids';
import { createHmac } from 'node:crypto';
import { SCHEMA_VERSION } from '../../domain/feed/feed';

export interface Position {
  /** Everything up to this revision is known. */
  readonly rev: number;
  /** In a full copy under way: the campaign's revision when its first page was made. `null`: the copy is whole. */
  readonly fullSince: number | null;
}

export interface CursorScope {
  readonly epoch: string;
  readonly campaignId: CampaignId;
  readonly region: RegionCode;
}

/** 2: the whole country's feed no longer has the provinces' events. */
const CURSOR_VERSION = 2;
const TEXT = /^(\d{1,16})\.(\d{1,16})?\.([A-Za-z0-9_-]{16})$/;

function checksum(scope: CursorScope, numbers: string): string {
  const bound = [CURSOR_VERSION, SCHEMA_VERSION, scope.campaignId, scope.region, numbers].join('|');
  return createHmac('sha256', scope.epoch).update(bound).digest('base64url').slice(0, 16);
}

export function formatCursor(scope: CursorScope, { rev, fullSince }: Position): string {
  const numbers = `${rev}.${fullSince ?? ''}`;
  return Buffer.from(`${numbers}.${checksum(scope, numbers)}`).toString('base64url');
}

/** Where the bearer stands; `null` if the cursor does not fit this scope to the letter. */
export function parseCursor(scope: CursorScope, cursor: string): Position | null {
  const match = TEXT.exec(Buffer.from(cursor, 'base64url').toString('latin1'));
  if (!match) return null;
  const position = { rev: Number(match[1]), fullSince: match[2] === undefined ? null : Number(match[2]) };
  return formatCursor(scope, position) === cursor ? position : null;
}
