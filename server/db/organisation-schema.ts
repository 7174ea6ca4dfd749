/** Organisations: who holds events, and who supervises whom by region. */
import type { OrganisationId } from '../../domain/ids';
import { boolean, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { Approval } from '../../domain/organisation/organisation';
import { instant } from './instant';

export const organisation = pgTable(
  'organisation',
  {
    id: uuid('id').$type<OrganisationId>().primaryKey(),
    name: text('name').notNull(),
    /** The region that it is responsible for, everything below included. */
    region: text('region').notNull(),
    state: text('state').$type<'active' | 'closed'>().notNull().default('active'),
    /** What it asks of organisations below before they publish. */
    approval: text('approval').$type<Approval>().notNull().default('off'),
    sample: boolean('sample').notNull().default(false),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [index('organisation_region').on(table.region)],
);

export type OrganisationRow = typeof organisation.$inferSelect;
