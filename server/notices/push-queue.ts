/** Which notices WeChat carries too, as far as the person has allowed it. Written with the notice, sent after the commit. */
import type { AccountId } from '../../domain/ids';
import { and, gt, sql } from 'drizzle-orm';
import type { NoticeKind } from '../../domain/notice/inbox';
import { decideTemplate, importanceOf } from '../../domain/notice/messages';
import { pushGrant } from '../db/account-schema';
import type { Tx } from '../db/database';
import { statement } from '../db/statement';
import type { MessageTemplate } from './templates';

export interface NotifiedNotice {
  readonly accountId: AccountId;
  readonly id: number;
  readonly kind: NoticeKind;
}

const ROWS = sql.placeholder('rows');

const insertMessages = statement(
  'insert_messages',
  sql`
    insert into push_message (account_id, notice_id, template_id, next_at)
    select "accountId", "noticeId", "templateId", "nextAt"
    from json_to_recordset(${ROWS}::json) as row_of("accountId" uuid, "noticeId" bigint, "templateId" text, "nextAt" bigint)`,
);

const spendGrants = statement(
  'spend_grants',
  sql`
    update push_grant set "left" = push_grant."left" - spent.count
    from (
      select "accountId", "templateId", count(*)::int as count
      from json_to_recordset(${ROWS}::json) as row_of("accountId" uuid, "templateId" text)
      group by "accountId", "templateId"
    ) as spent
    where push_grant.account_id = spent."accountId" and push_grant.template_id = spent."templateId"`,
);

/** What each account still allows. */
async function readGrants(tx: Tx, accounts: readonly string[]): Promise<Map<string, Map<string, number>>> {
  const rows = await tx
    .select()
    .from(pushGrant)
    .where(and(sql`${pushGrant.accountId} = any(${sql.param([...accounts])}::uuid[])`, gt(pushGrant.left, 0)));
  const grants = new Map<string, Map<string, number>>();
  for (const { accountId, templateId, left } of rows) {
    grants.set(accountId, (grants.get(accountId) ?? new Map<string, number>()).set(templateId, left));
  }
  return grants;
}

/** The accounts' rows are locked, so nothing else spends their grants meanwhile. */
export async function queueMessages(
  tx: Tx,
  told: readonly NotifiedNotice[],
  { now, templates }: { readonly now: number; readonly templates: readonly MessageTemplate[] },
): Promise<void> {
  if (templates.length === 0 || told.length === 0) return;
  const grants = await readGrants(tx, [...new Set(told.map(({ accountId }) => accountId))]);
  const chosen: { accountId: AccountId; noticeId: number; templateId: string; nextAt: number }[] = [];
  for (const { accountId, id, kind } of [...told].sort((a, b) => importanceOf(a.kind) - importanceOf(b.kind))) {
    const left = grants.get(accountId);
    const templateId = left && decideTemplate(kind, { templates: [...templates] }, left);
    if (!left || templateId == null) continue;
    left.set(templateId, (left.get(templateId) ?? 0) - 1);
    chosen.push({ accountId, noticeId: id, templateId, nextAt: now });
  }
  if (chosen.length === 0) return;
  const rows = JSON.stringify(chosen);
  await insertMessages(tx, { rows });
  await spendGrants(tx, { rows });
}
