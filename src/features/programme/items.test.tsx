import { render, screen } from '@testing-library/react';
import type { KnownDate, OfficialDocument, ProgrammeItem } from '../../../domain/campaign/campaign';
import { EMPTY_REPLICA } from '../../../domain/feed/delta';
import { campaignNamed } from '../../../domain/testing/fake-feed-server';
import { replicaOf } from '../../sync/replica';
import { phone } from '../../testing/fake-taro';
import { freshApp, shownText, tap, tapText } from '../../testing/fresh-app';
import { at, held } from '../../testing/held-events';
import { HeldEvents } from './held-events';
import { ItemCard } from './item-card';
import { ParagraphView } from './paragraph-view';
import { ProgrammeList } from './programme-list';

const NOW = at('10T09:00');
freshApp(NOW);

const ITEM: ProgrammeItem = {
  id: 't1',
  name: '检验检测机构开放日',
  documentNo: '国市监质发〔2025〕77号',
  paragraph: '三(六)',
  kind: '开放日',
  audiences: ['公众', '企业'],
  signUp: true,
};
const KNOWN: KnownDate = {
  programmeId: 't1',
  start: '2026-09-12',
  end: null,
  place: '北京',
  activity: '启动仪式',
  theme: '加强全面质量管理',
  sourceTitle: '人民网',
  confidence: 'high',
} as unknown as KnownDate;

function card(part: Partial<Parameters<typeof ItemCard>[0]> = {}): string {
  render(
    <ItemCard item={ITEM} campaignId={null} equivalents={[]} known={[]} held={[]} here={false} now={NOW} {...part} />,
  );
  return shownText();
}

describe('an activity', () => {
  test('names its kind and everybody whom it is for, and nothing that nobody stated', () => {
    const text = card();
    for (const words of ['检验检测机构开放日', '开放日', '公众', '企业', '时间以主办单位通知为准'])
      expect(text).toContain(words);
    for (const words of ['说明', '公开报道', '已发布', '对应活动']) expect(text).not.toContain(words);
  });

  test('has the document’s own remark', () => {
    expect(card({ item: { ...ITEM, note: '与计量日合办' } })).toContain('说明：与计量日合办');
  });

  test.each<[string, Partial<KnownDate>, string]>([
    ['of one day', {}, '公开报道的时间：9月12日'],
    ['of several days', { end: '2026-09-14' }, '9月14日'],
  ])('a date from the press, %s, has its source and how far to trust it', (_, part, words) => {
    const text = card({ known: [{ ...KNOWN, ...part }] });
    expect(text).toContain(words);
    expect(text).toContain('来源：人民网');
    expect(text).toContain('时间据媒体报道（可信度：高）');
  });

  test.each([
    ['high', '高'],
    ['medium (two papers)', '中'],
    ['low-medium (one blog)', '较低'],
    ['unheard of', '较低'],
  ])('confidence “%s” is said as %s', (confidence, words) => {
    expect(card({ known: [{ ...KNOWN, confidence }] })).toContain(`可信度：${words}`);
  });
});

describe('what is held under it', () => {
  const many = (count: number): ReturnType<typeof held>[] =>
    Array.from({ length: count }, (_, index) => held(`第${index}场`, '18T09:00', '18T10:00'));
  const rows = (): number => screen.queryAllByRole('link').length;

  test.each([
    [3, 3, null],
    [4, 3, '看全部 4 场'],
    [25, 3, '看全部 25 场'],
  ])('of %i first %i', async (count, first, more) => {
    render(<HeldEvents events={many(count)} now={NOW} />);
    expect(rows()).toBe(first);
    expect(shownText()).toContain(`已发布 ${count} 场活动`);
    if (more === null) {
      expect(screen.queryByRole('button')).toBeNull();
      return;
    }
    await tapText(more);
    // A page of a mini-program holds only so much.
    expect(rows()).toBe(Math.min(count, 20));
    expect(shownText().includes('可在日历里查找')).toBe(count > 20);
  });

  test('each leads to its event; a cancelled one says so before its name', async () => {
    const cancelled = held('讲座', '18T09:00', '18T10:00', { status: 'cancelled', cancelReason: '雪' });
    render(<HeldEvents events={[cancelled]} now={NOW} />);
    await tap(/^已取消，讲座，9月18日/);
    expect(phone.opened).toEqual([`navigateTo /packages/event/index?id=${encodeURIComponent('讲座')}`]);
  });
});

test('of a year that is over the events stay, and the ways lead within that year', async () => {
  const document = {
    documentNo: ITEM.documentNo,
    title: '通知',
    leadIssuer: '市场监管总局',
    issuers: 1,
    issuedOn: '2025-08-20',
    paragraphs: [{ no: '三(六)', part: '主要活动', title: '开放日', text: '组织开展……', page: 3 }],
  } as unknown as OfficialDocument;
  const past = held('去年的', '01T09:00', '01T10:00', { programmeId: 't1' });
  replicaOf('2025').store.setState({
    replica: {
      ...EMPTY_REPLICA,
      cursor: 'c',
      campaign: { ...campaignNamed('2025'), documents: [document] },
      programme: [ITEM],
      events: new Map([[past.id, past]]),
    },
  });
  const [paragraph] = document.paragraphs;
  if (paragraph === undefined) throw new Error('a document without paragraphs');
  const { unmount } = render(
    <ParagraphView document={document} paragraph={paragraph} campaignId="2025" itemId={undefined} />,
  );
  expect(screen.getByText('去年的')).toBeTruthy();
  unmount();
  render(<ProgrammeList campaignId="2025" />);
  expect(shownText()).not.toContain('联合印发');
  await tap(/^三\(六\) 开放日，1 项/);
  expect(phone.opened[0]).toContain('campaign=2025');
});
