/** Whether an organisation's superiors want to see its events before citizens do. */
import type { RegionCode } from '../../domain/ids';
import { and, eq, inArray, ne } from 'drizzle-orm';
import { needsApproval } from '../../domain/event/approval';
import type { Approval } from '../../domain/organisation/organisation';
import type { Organisation } from '../../domain/permission';
import { NATION } from '../../domain/region/region';
import type { Db, Tx } from '../db/database';
import { organisation } from '../db/organisation-schema';
import { event } from '../db/schema';

/** The regions around one, itself left out. */
const regionsAbove = (region: RegionCode): string[] =>
  [NATION, `${region.slice(0, 2)}0000`, `${region.slice(0, 4)}00`].filter((code) => code !== region);

/** What each superior asks for; empty: there is none. */
export async function readSuperiors(db: Db | Tx, { region }: Organisation): Promise<Approval[]> {
  if (region === NATION) return [];
  const rows = await db
    .select({ approval: organisation.approval })
    .from(organisation)
    .where(
      and(
        inArray(organisation.region, regionsAbove(region)),
        ne(organisation.region, region),
        eq(organisation.state, 'active'),
      ),
    );
  return rows.map(({ approval }) => approval);
}

export async function isApprovalNeeded(db: Db | Tx, author: Organisation): Promise<boolean> {
  const settings = await readSuperiors(db, author);
  if (!settings.includes('first')) return needsApproval(settings, true);
  const [published] = await db.select({ id: event.id }).from(event).where(eq(event.organisationId, author.id)).limit(1);
  return needsApproval(settings, published !== undefined);
}
