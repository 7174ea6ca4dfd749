import { cleanup, render, screen } from '@testing-library/react';
import type { Basis, WireEvent } from '../../../domain/event/event';
import { eventNamed } from '../../../domain/testing/fake-feed-server';
import { chooseOriginRegion } from '../../sync/nearby-origin';
import { phone } from '../../testing/fake-taro';
import { freshApp, LHASA, shownText, tap, toasts } from '../../testing/fresh-app';
import { at } from '../../testing/held-events';
import { CopyRows } from './copy-rows';
import { EventView } from './event-view';
import { ReportFee } from './report-fee';

const NOW = at('10T09:00');
freshApp(NOW);

const BASIS: Basis = {
  item: {
    id: 't1',
    name: '检验检测机构开放日',
    documentNo: '国市监质发〔2025〕77号',
    paragraph: '三(六)；四(一)',
    kind: '开放日',
    audiences: ['公众'],
    signUp: true,
  },
  documentTitle: '关于开展活动的通知',
};
const show = (part: Partial<WireEvent>, { still = false, basis = undefined as Basis | undefined } = {}): void => {
  render(<EventView event={eventNamed('e', 3, part)} basis={basis} still={still} now={NOW} />);
};

describe('the paragraph that it rests on', () => {
  test('is named as in the document and leads to its first paragraph, at that item', async () => {
    show({}, { basis: BASIS });
    await tap(/^依据 国市监质发〔2025〕77号 三\(六\)；四\(一\) “检验检测机构开放日” 《关于开展活动的通知》 看原文$/);
    const query = `document=${encodeURIComponent(BASIS.item.documentNo)}&paragraph=${encodeURIComponent('三(六)')}`;
    expect(phone.opened).toEqual([`navigateTo /packages/programme/index?${query}&item=t1&campaign=2026`]);
  });

  test('without a known title no empty marks stand there', () => {
    show({}, { basis: { item: BASIS.item, documentTitle: undefined } });
    expect(shownText()).not.toContain('《');
  });

  test('is left out where the programme does not know it', () => {
    show({});
    expect(shownText()).not.toContain('依据');
  });
});

test('the timeline’s single page shows all of it and leads nowhere: no call, no copying, no way on', () => {
  const summary = '会议号：123 456 789';
  show({ organiser: { name: '局', phone: '0891-1234567' }, summary }, { still: true, basis: BASIS });
  for (const words of ['0891-1234567', '看原文', '检验检测机构开放日']) {
    expect(shownText().includes(words)).toBe(words !== '看原文');
  }
  expect(screen.queryAllByRole('button')).toEqual([]);
  expect(screen.queryAllByRole('link')).toEqual([]);
});

test('a cancelled event says why, above everything else', () => {
  show({ status: 'cancelled', cancelReason: '大雪封路' });
  const banner = screen.getByRole('alert');
  expect(banner.textContent).toContain('原因：大雪封路');
  expect(banner.compareDocumentPosition(screen.getByRole('heading')) & Node.DOCUMENT_POSITION_FOLLOWING).not.toBe(0);
});

test.each<[string, Partial<WireEvent>, string, string]>([
  ['going on', { startsAt: '2026-09-09T09:00:00+08:00', endsAt: '2026-09-11T17:00:00+08:00' }, '进行中', '已结束'],
  ['over', { startsAt: '2026-09-01T09:00:00+08:00', endsAt: '2026-09-02T17:00:00+08:00' }, '已结束', '进行中'],
])('an event that is %s says so', (_, part, said, other) => {
  show(part);
  expect(screen.getByText(said)).toBeTruthy();
  expect(screen.queryByText(other)).toBeNull();
});

describe('where it is', () => {
  const venue = (north: number): Partial<WireEvent> => ({
    venue: { name: '计量院', address: '北京路1号', latitude: 29.654 + north, longitude: 91.117 },
  });

  test('how far from the seat of one’s region, beside the address', () => {
    chooseOriginRegion(LHASA);
    show(venue(0.1));
    expect(screen.getByText(/^北京路1号 · 距拉萨市政府驻地约 1[12](\.\d)? 公里$/)).toBeTruthy();
  });

  test('nothing of distances from the whole country, or from a day’s journey away', () => {
    chooseOriginRegion({ code: '100000', name: '全国' });
    show(venue(0.1));
    expect(shownText()).not.toContain('政府驻地');
    cleanup();
    chooseOriginRegion(LHASA);
    show(venue(8));
    expect(shownText()).not.toContain('政府驻地');
  });

  test('without a venue the organisers’ notice is what counts', () => {
    show({ venue: null });
    expect(screen.getByText('拉萨市城关区 · 地点以主办单位通知为准')).toBeTruthy();
  });
});

describe('links and numbers of the text', () => {
  test('each is one tap from the clipboard, and says whether it got there', async () => {
    render(<CopyRows text="会议号：123 456 789，密码：2026，直播 https://live.example.cn/a。" />);
    await tap(/^复制会议号，/);
    await tap(/^复制会议密码，/);
    phone.refusing = true;
    await tap(/^复制链接，/);
    const copied = phone.acts.filter((act) => act.startsWith('setClipboardData'));
    expect(copied.map((act) => (JSON.parse(act.slice(act.indexOf('{'))) as { data: string }).data)).toEqual([
      '123 456 789',
      '2026',
      'https://live.example.cn/a',
    ]);
    expect(toasts()).toHaveLength(3);
    expect(new Set(toasts().slice(0, 2)).size).toBe(1);
    expect(toasts()[2]).not.toBe(toasts()[0]);
  });

  test('numbers that nothing is said of are left alone', () => {
    const { container } = render(<CopyRows text="请于 2026 年 9 月 18 日带 123456789 号材料" />);
    expect(container.textContent).toBe('');
  });
});

test('who was asked for money is two taps from the superior', async () => {
  render(<ReportFee eventId="e/1" />);
  await tap(/^反映收费，活动不收费/);
  expect(phone.opened).toEqual(['navigateTo /packages/report/index?event=e%2F1']);
});
