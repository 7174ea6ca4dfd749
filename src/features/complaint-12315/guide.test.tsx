import { act, fireEvent, render, screen } from '@testing-library/react';
import { BUILT_IN_GUIDE } from '../../../domain/complaint/built-in-guide';
import { writeField } from '../../sync/complaint-draft';
import { freshApp, holdEvents, shownText, tap } from '../../testing/fresh-app';
import { phone } from '../../testing/fake-taro';
import { at } from '../../testing/held-events';
import { ComplaintPill, ComplaintRow } from './entry';
import { GuideView } from './guide-view';

freshApp(at('10T09:00'));

const DEPLOYED = { app12315: 'wx123' } as const;

test('before the feed has come the guide is the one that the app was built with', () => {
  render(<GuideView />);
  for (const { title, items } of BUILT_IN_GUIDE.checklist) {
    expect(screen.getAllByText(title).length).toBeGreaterThan(0);
    for (const item of items) expect(screen.getAllByText(item).length).toBeGreaterThan(0);
  }
  for (const channel of BUILT_IN_GUIDE.channels) expect(screen.getByText(channel)).toBeTruthy();
  expect(shownText()).toContain('12365、12331、12358、12330 已并入 12315');
});

test('the feed’s own guide takes its place, with nothing of the built-in one left', () => {
  holdEvents([], {
    guide12315: {
      ...BUILT_IN_GUIDE,
      web: 'new.example.cn',
      channels: ['电话：12315'],
      merged: [],
      checklist: [{ title: '只要这些', items: ['发票'] }],
      notAccepted: ['已经处理过的'],
      rules: [{ text: '七日内答复。', document: '某办法', article: '第一条' }],
    },
  });
  render(<GuideView />);
  expect(screen.getByText('发票')).toBeTruthy();
  expect(screen.getByText('已经处理过的。')).toBeTruthy();
  expect(screen.queryByText('姓名')).toBeNull();
  expect(shownText()).not.toContain('已并入');
  expect(shownText()).not.toContain('www.12315.cn');
});

test('each rule names its document, and its number and since when only where they are known', () => {
  render(<GuideView />);
  expect(screen.getByText('《市场监督管理投诉举报处理办法》（市场监管总局令第121号）第二十三条')).toBeTruthy();
  expect(screen.getByText('2026年4月15日起施行，取代2020年第20号令')).toBeTruthy();
  const law = screen.getByText('《中华人民共和国消费者权益保护法》第四十六条');
  expect(law.parentElement?.textContent).not.toMatch(/起施行|取代/);
});

test('the official mini-program is offered only where the deployment names it', async () => {
  render(<GuideView />);
  expect(screen.queryByLabelText(/打开官方小程序/)).toBeNull();
  act(() => {
    holdEvents([], { deployment: DEPLOYED });
  });
  await tap(/^打开官方小程序/);
  expect(phone.acts).toEqual(['navigateToMiniProgram {"appId":"wx123"}']);
});

test('the official address is copied, since a mini-program cannot open it', async () => {
  render(<GuideView />);
  await tap(/^复制网址/);
  expect(phone.acts[0]).toContain('www.12315.cn');
});

test('a draft that was begun is gone on with', async () => {
  render(<GuideView />);
  await tap(/^帮您写好投诉内容/);
  act(() => {
    writeField('dispute', '缺斤少两', true);
  });
  await tap(/^接着写草稿/);
  const draft = 'navigateTo /packages/complaint/index?part=draft';
  expect(phone.opened).toEqual([draft, draft]);
});

test('both ways in lead to the guide and are named alike', () => {
  render(
    <>
      <ComplaintPill />
      <ComplaintRow />
    </>,
  );
  const ways = screen.getAllByRole('link');
  expect(ways).toHaveLength(2);
  const [pill, row] = ways.map((way) => way.getAttribute('aria-label') ?? '');
  expect(row).toContain(pill);
  for (const way of ways) fireEvent.click(way);
  expect(phone.opened).toEqual(['navigateTo /packages/complaint/index', 'navigateTo /packages/complaint/index']);
});
