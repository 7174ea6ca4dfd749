import { BUILT_IN_GUIDE } from '../../domain/complaint/built-in-guide';
import { officialCampaigns } from './campaigns';

test('every campaign delivers the guide to 12315, and a phone without a network has the same', () => {
  for (const { campaign } of officialCampaigns()) expect(campaign.guide12315).toEqual(BUILT_IN_GUIDE);
});

test('every rule names document and article; the order in force since April 2026 carries its date', () => {
  for (const rule of BUILT_IN_GUIDE.rules) expect(rule.article).toMatch(/^第.+条$/);
  expect(BUILT_IN_GUIDE.rules.map(({ effectiveFrom }) => effectiveFrom)).toContain('2026-04-15');
});
