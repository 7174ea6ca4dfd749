import type { CampaignId } from '../../../domain/ids';
import type { OfficialDocument, ProgrammeItem } from '../../../domain/campaign/campaign';

/** The paragraphs that an item rests on: `四(一)；三(六)` names two. */
export function paragraphsOf(item: ProgrammeItem): readonly string[] {
  return item.paragraph.split('；');
}

/** The items of one document, under the first paragraph that each names. */
export function itemsUnder(
  document: OfficialDocument,
  no: string,
  programme: readonly ProgrammeItem[],
): ProgrammeItem[] {
  return programme.filter((item) => item.documentNo === document.documentNo && paragraphsOf(item)[0] === no);
}

/** The same activity in the other document: the one that an item names, and those that name it. */
export function equivalentsOf(item: ProgrammeItem, programme: readonly ProgrammeItem[]): ProgrammeItem[] {
  return programme.filter(({ id, sameAs }) => id === item.sameAs || sameAs === item.id);
}

/** The programme page's parameters at one item: its paragraph, with the item in sight. */
export function itemParams(item: ProgrammeItem, campaignId: CampaignId | null): Record<string, string> {
  return {
    document: item.documentNo,
    paragraph: paragraphsOf(item)[0] ?? '',
    item: item.id,
    ...(campaignId === null ? {} : { campaign: campaignId }),
  };
}
