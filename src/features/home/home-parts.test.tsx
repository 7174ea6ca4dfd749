import { render, screen } from '@testing-library/react';
import { campaignNamed } from '../../../domain/testing/fake-feed-server';
import { DAY_MS, MINUTE_MS } from '../../../domain/time/time';
import { phone } from '../../testing/fake-taro';
import { freshApp, shownText, tap } from '../../testing/fresh-app';
import { at } from '../../testing/held-events';
import { CampaignBand } from './campaign-band';
import { Shortcuts, LargeShortcuts, MoreShortcuts } from './shortcuts';

freshApp(at('10T09:00'));

describe('the month’s band', () => {
  const band = (moment: number, part = {}): string =>
    render(<CampaignBand campaign={{ ...campaignNamed('2026', '加强质量 支撑强国'), ...part }} now={moment} />)
      .container.textContent;

  test.each([
    ['three days before', at('01T00:00') - 3 * DAY_MS, '距离开始还有3天'],
    ['on the first day', at('01T00:00'), '今天是第1天 · 共 30 天'],
    ['in its last minute', at('30T23:59'), '今天是第30天 · 共 30 天'],
    ['a minute later', at('30T23:59') + MINUTE_MS, '2026 年“质量月”已结束'],
  ])('%s', (_, moment, words) => {
    expect(band(moment)).toContain(words);
  });

  test('the theme is a heading, a phrase a line', () => {
    band(at('10T09:00'));
    const heading = screen.getByRole('heading');
    expect(Array.from(heading.children, ({ textContent }) => textContent)).toEqual(['加强质量', '支撑强国']);
  });

  test('borrowed texts and a trial say what they are', () => {
    const text = band(at('10T09:00'), { textsFrom: 2025, sample: true });
    expect(text).toContain('主题和口号沿用 2025 年官方发布的内容');
    expect(text).toContain('示例');
    document.body.replaceChildren();
    expect(band(at('10T09:00'))).not.toContain('示例');
  });
});

test.each([
  ['四个入口', Shortcuts, /12315/, 'navigateTo /packages/complaint/index'],
  ['四个入口', Shortcuts, '口号卡片', 'navigateTo /packages/slogans/index'],
  ['四个入口', Shortcuts, '活动方案', 'navigateTo /packages/programme/index'],
  ['四个入口', Shortcuts, '附近', 'navigateTo /packages/nearby/index'],
  ['长辈版', LargeShortcuts, /^打 12315/, 'navigateTo /packages/complaint/index'],
  ['长辈版', LargeShortcuts, /^附近活动/, 'navigateTo /packages/nearby/index'],
  ['长辈版', LargeShortcuts, /^我的报名/, 'switchTab /pages/mine/index'],
  ['更多', MoreShortcuts, '口号卡片', 'navigateTo /packages/slogans/index'],
  ['更多', MoreShortcuts, '活动方案', 'navigateTo /packages/programme/index'],
] as const)('%s: %# leads where it says', async (_, Ways, label, opened) => {
  render(<Ways />);
  await tap(label);
  expect(phone.opened).toEqual([opened]);
});

test('长辈版 has three doors, each with a word on what is behind it', () => {
  render(<LargeShortcuts />);
  expect(screen.getAllByRole('link').map((door) => door.getAttribute('aria-label'))).toEqual([
    '打 12315，投诉、举报、咨询',
    '附近活动，看看身边有哪些活动',
    '我的报名，凭证、消息、关注',
  ]);
  expect(shownText()).not.toContain('口号卡片');
});
