/** What a deployment adds to every campaign: how it is set up, and a newer guide to 12315 than this version brings. */
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import type { Campaign, Deployment } from '../../domain/campaign/campaign';
import { type ComplaintGuide, ComplaintGuideSchema } from '../../domain/complaint/complaint-guide';

/** From the configuration. */
export interface SetUpSource {
  readonly deployment: Deployment;
  /** `null`: the guide that comes with this version. */
  readonly guideFile: string | null;
}

export interface SetUp {
  readonly deployment: Deployment;
  /** `null`: as this version has it. */
  readonly guide: ComplaintGuide | null;
}

/** Throws, naming the file, on a guide that is not one. */
function readGuide(file: string): ComplaintGuide {
  try {
    return v.parse(ComplaintGuideSchema, JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new Error(`GUIDE_12315 ${file}: ${error instanceof Error ? error.message : 'unreadable'}`);
  }
}

export const readSetUp = ({ deployment, guideFile }: SetUpSource): SetUp => ({
  deployment,
  guide: guideFile === null ? null : readGuide(guideFile),
});

/** The same content with it; nothing is said of what was not set up. */
export function withSetUp<Content extends { readonly campaign: Campaign }>(content: Content, setUp: SetUp): Content {
  const { deployment, guide } = setUp;
  const campaign = {
    ...content.campaign,
    ...(guide && { guide12315: guide }),
    // As it travels: what is undefined is not there.
    ...(JSON.stringify(deployment) !== '{}' && { deployment }),
  };
  return { ...content, campaign };
}
