/** Organisations as staff see them. */
import * as v from 'valibot';
import { RegionCodeSchema } from '../region/region';
import { line } from '../text/line-schema';

/** What a superior asks of the organisations below before they publish: nothing, their first event, or each (E2). */
export const APPROVALS = ['off', 'first', 'all'] as const;
export type Approval = (typeof APPROVALS)[number];
const ApprovalSchema = v.picklist(APPROVALS);

export const NewOrganisationSchema = v.strictObject({ name: line(60), region: RegionCodeSchema });
export type NewOrganisation = v.InferOutput<typeof NewOrganisationSchema>;

export const OrganisationBelowSchema = v.object({
  id: v.string(),
  name: v.string(),
  region: v.string(),
  members: v.number(),
});
export const OrganisationsBelowSchema = v.object({
  organisations: v.array(OrganisationBelowSchema),
  /** What this organisation asks of them. */
  approval: ApprovalSchema,
});
/** `token`: of an invitation for its first admin. */
export const CreatedOrganisationSchema = v.object({ organisation: OrganisationBelowSchema, token: v.string() });
export const SettingsSchema = v.strictObject({ approval: ApprovalSchema });
