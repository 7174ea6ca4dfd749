/**
 * The official campaigns, read from the year folders beside this file (`2025/` …). A new year is a new folder:
 * `campaign.json`, `documents.json`, `known-dates.json`, `programme.json`. `12315.json` belongs to all years.
 *
 * The texts are the notices' own, to the character. Where a page of a notice ended inside a sentence only the break was
 * taken out; characters that the notice doubles there (市场监管管总局, 犯罪罪力度) stand, because nothing but the notice
 * could tell whether they are its slips. Contact persons of the issuing bodies are left out.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Campaign, ProgrammeItem } from '../../domain/campaign/campaign';
import { CampaignSchema, DocumentSchema, KnownDateSchema, ProgrammeItemSchema } from '../../domain/campaign/campaign';
import { type ComplaintGuide, ComplaintGuideSchema } from '../../domain/complaint/complaint-guide';
import { CONTENT } from '../folders';

export interface OfficialCampaign {
  readonly campaign: Campaign;
  readonly programme: ProgrammeItem[];
}

const YEAR_FOLDER = /^\d{4}$/;
const HeadSchema = v.omit(CampaignSchema, ['documents', 'knownDates', 'guide12315', 'deployment']);

function readPart<Output>(folder: string, file: string, schema: v.GenericSchema<unknown, Output>): Output {
  const path = join(folder, file);
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : 'unreadable'}`);
  }
  const parsed = v.safeParse(schema, json);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new Error(`${path}: at ${v.getDotPath(issue) ?? 'the top'}: ${issue.message}`);
}

/** The first reference that leads nowhere, in words; `null` if all hold. */
function findBrokenReference({ campaign, programme }: OfficialCampaign): string | null {
  const paragraphs = new Map(campaign.documents.map((doc) => [doc.documentNo, doc.paragraphs.map(({ no }) => no)]));
  const ids = new Set(programme.map(({ id }) => id));
  if (ids.size < programme.length) return 'two programme items share an id';
  for (const { id, documentNo, paragraph, sameAs } of programme) {
    const known = paragraphs.get(documentNo);
    if (!known) return `${id}: no document ${documentNo}`;
    const missing = paragraph.split('；').find((no) => !known.includes(no));
    if (missing !== undefined) return `${id}: ${documentNo} has no paragraph ${missing}`;
    if (sameAs !== undefined && !ids.has(sameAs)) return `${id}: same as ${sameAs}, which is not there`;
  }
  const stray = campaign.knownDates.find(({ programmeId }) => programmeId !== undefined && !ids.has(programmeId));
  return stray ? `known date ${stray.activity}: no programme item ${String(stray.programmeId)}` : null;
}

function readCampaign(folder: string, guide12315: ComplaintGuide): OfficialCampaign {
  const official = {
    campaign: {
      ...readPart(folder, 'campaign.json', HeadSchema),
      documents: readPart(folder, 'documents.json', v.array(DocumentSchema)),
      knownDates: readPart(folder, 'known-dates.json', v.array(KnownDateSchema)),
      guide12315,
    },
    programme: readPart(folder, 'programme.json', v.array(ProgrammeItemSchema)),
  };
  const broken = findBrokenReference(official);
  if (broken !== null) throw new Error(`${folder}: ${broken}`);
  return official;
}

/** Every official campaign, oldest first. Throws, naming file and path, on content that does not fit the schemas. */
export function officialCampaigns(root = CONTENT): OfficialCampaign[] {
  const guide = readPart(root, '12315.json', ComplaintGuideSchema);
  return readdirSync(root)
    .filter((name) => YEAR_FOLDER.test(name))
    .sort()
    .map((year) => readCampaign(join(root, year), guide));
}
