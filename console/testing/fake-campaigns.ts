/** The next campaign, for component tests: proof-read as the server does it. */
import type { ProgrammeItem } from '../../domain/campaign/campaign';
import { differencesOf, type NextCampaign } from '../../domain/campaign/next-campaign';
import { parseNotice } from '../../domain/campaign/parse-notice';
import { type FakeRoute, ok, refuse } from './fake-state';

const ITEM: ProgrammeItem = {
  ...{ id: 'n001', name: '实验室开放日', documentNo: '测检〔2027〕1号', paragraph: '二(一)', kind: '开放日' },
  ...{ audiences: ['公众'], signUp: true },
};

export function campaignRoutes(): readonly FakeRoute[] {
  const C = '/api/v1/organisations/:org/campaigns';
  let content: NextCampaign | null = null;
  let items: ProgrammeItem[] = [];
  const campaigns = [{ id: '2026', year: 2026, theme: '现在的主题', state: 'open' }];
  const shown = (id: string): ReturnType<typeof ok> =>
    content === null
      ? refuse(404, 'not-found')
      : ok({
          ...{ id, content, items, differences: differencesOf(content, items) },
          paragraphs: content.documents.map(({ text }) => parseNotice(text).length),
        });
  return [
    [
      `GET ${C}`,
      () => ok({ campaigns, drafts: content === null ? [] : [{ id: '2027', theme: content.theme }], mayMake: true }),
    ],
    [`GET ${C}/:id`, ({ params }) => shown(params.id ?? '')],
    [
      `PUT ${C}/:id`,
      ({ params, body }) => {
        content = body as unknown as NextCampaign;
        return shown(params.id ?? '');
      },
    ],
    [
      `POST ${C}/:id/items`,
      () => {
        items = [ITEM];
        return ok({ items: 1, findings: [] });
      },
    ],
    [
      `POST ${C}/:id/open`,
      ({ params }) => {
        campaigns.unshift({ id: params.id ?? '', year: 2027, theme: content?.theme ?? '', state: 'open' });
        content = null;
        return ok(campaigns[0]);
      },
    ],
  ];
}
