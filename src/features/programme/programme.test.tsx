import { render, screen } from '@testing-library/react';
import type { OfficialDocument, Paragraph, ProgrammeItem } from '../../../domain/campaign/campaign';
import type { QualityEvent, WireEvent } from '../../../domain/event/event';
import { phone } from '../../testing/fake-taro';
import { fillReplica, freshApp, holdEvents, shownText, tap, tapText } from '../../testing/fresh-app';
import { at, held } from '../../testing/held-events';
import { replicaOf } from '../../sync/replica';
import { ParagraphView } from './paragraph-view';
import { ProgrammeList } from './programme-list';

const NOW = at('10T09:00');
freshApp(NOW);

const PARAGRAPH: Paragraph = {
  no: '三(六)',
  part: '主要活动',
  title: '开放日',
  text: '组织开展……',
  page: 3,
} as Paragraph;
const DOCUMENT = {
  documentNo: '国市监质发〔2025〕77号',
  title: '关于开展活动的通知',
  leadIssuer: '市场监管总局',
  issuers: 20,
  issuedOn: '2025-08-20',
  paragraphs: [PARAGRAPH],
} as unknown as OfficialDocument;
const item = (id: string, part: Partial<ProgrammeItem> = {}): ProgrammeItem => ({
  id,
  name: `项目${id}`,
  documentNo: DOCUMENT.documentNo,
  paragraph: '三(六)',
  kind: '开放日',
  audiences: ['公众'],
  signUp: true,
  ...part,
});

function fill(programme: readonly ProgrammeItem[], events: readonly QualityEvent[] = []): void {
  holdEvents(events, { documents: [DOCUMENT] });
  const { replica } = replicaOf(null).store.getState();
  fillReplica({ replica: { ...replica, programme: [...programme] } });
}
const show = (itemId?: string): void => {
  render(<ParagraphView document={DOCUMENT} paragraph={PARAGRAPH} campaignId={null} itemId={itemId} />);
};

describe('the documents', () => {
  test('say who issued them, and how many activities each paragraph names first', async () => {
    fill([item('t1'), item('t2', { paragraph: '三(六)；四(一)' }), item('t3', { paragraph: '四(一)；三(六)' })]);
    render(<ProgrammeList />);
    expect(shownText()).toContain('20 个部门联合印发');
    await tap('三(六) 开放日，2 项');
    expect(phone.opened[0]).toBe(
      `navigateTo /packages/programme/index?document=${encodeURIComponent(DOCUMENT.documentNo)}&paragraph=${encodeURIComponent('三(六)')}`,
    );
  });
});

describe('a paragraph', () => {
  test('is folded until somebody wants its wording', async () => {
    fill([item('t1')]);
    show();
    expect(document.querySelector('.paragraph__text--folded')).not.toBeNull();
    await tap('展开原文');
    expect(document.querySelector('.paragraph__text--folded')).toBeNull();
    await tap('收起原文');
    expect(document.querySelector('.paragraph__text--folded')).not.toBeNull();
  });

  test('states no time that nobody stated', () => {
    fill([item('t1'), item('t2', { dateText: '9 月上旬', place: '拉萨' })]);
    show();
    expect(shownText()).toContain('时间以主办单位通知为准');
    expect(shownText()).toContain('9 月上旬 · 拉萨');
  });

  test('marks the item that one came for', () => {
    fill([item('t1'), item('t2')]);
    show('t2');
    expect(document.querySelector('.item--here')?.id).toBe('item-t2');
  });

  test('leads to the same activity in the other document, from either side', async () => {
    fill([
      item('t1', { sameAs: 'x1' }),
      item('x1', { documentNo: '藏质标办〔2025〕1号', paragraph: '四(一)', name: '对应的' }),
    ]);
    show();
    await tap(/^对应活动 · 藏质标办〔2025〕1号 四\(一\)，对应的$/);
    expect(phone.opened[0]).toContain('item=x1');
  });
});

describe('what is held under an item', () => {
  const events = (count: number, part: Partial<WireEvent> = {}): QualityEvent[] =>
    Array.from({ length: count }, (_, index) =>
      held(
        `第${index + 1}场`,
        `${String(11 + index).padStart(2, '0')}T09:00`,
        `${String(11 + index).padStart(2, '0')}T10:00`,
        {
          programmeId: 't1',
          ...part,
        },
      ),
    );

  test('the next three are first, the others one tap away', async () => {
    fill([item('t1')], events(5));
    show();
    expect(shownText()).toContain('已发布 5 场活动');
    expect(screen.queryByText('第4场')).toBeNull();
    await tapText('看全部 5 场');
    expect(screen.getByText('第5场')).toBeTruthy();
  });

  test('what is over is left out; what is cancelled says so first', () => {
    fill(
      [item('t1')],
      [
        ...events(1, { status: 'cancelled', cancelReason: '雪' }),
        held('过去', '01T09:00', '01T10:00', { programmeId: 't1' }),
      ],
    );
    show();
    expect(screen.queryByText('过去')).toBeNull();
  });

  test('nothing held: nothing is said', () => {
    fill([item('t1')]);
    show();
    expect(shownText()).not.toContain('已发布');
  });
});
