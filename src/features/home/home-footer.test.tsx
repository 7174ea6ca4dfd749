import { render, screen } from '@testing-library/react';
import { phone } from '../../testing/fake-taro';
import { freshApp, holdEvents, shownText, tap } from '../../testing/fresh-app';
import { at } from '../../testing/held-events';
import { HomeFooter } from './home-footer';

freshApp(at('10T09:00'));

test('names who handles personal data and how to reach them, and leads to the whole text', async () => {
  holdEvents([], { deployment: { handler: { name: '拉萨市市场监督管理局', contact: '0891-12315' } } });
  render(<HomeFooter />);
  expect(shownText()).toContain('个人信息处理者：拉萨市市场监督管理局 · 0891-12315');
  await tap(/隐私与个人信息$/);
  expect(phone.opened).toEqual(['navigateTo /packages/privacy/index']);
});

test('a trial says that it is one', () => {
  holdEvents([]);
  render(<HomeFooter />);
  expect(screen.getByText('试用环境，请不要填写真实信息')).toBeTruthy();
});
