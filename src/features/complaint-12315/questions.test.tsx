import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { phone } from '../../testing/fake-taro';
import { Questions } from './questions';

const HEADING = '先分清：投诉、举报还是咨询';
const PAGE = '/packages/complaint/index';

beforeEach(() => {
  phone.reset();
  phone.params = {};
});
afterEach(cleanup);

test('each answer opens the next question on a page of its own', () => {
  render(<Questions />);
  expect(screen.getByText(HEADING)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: /让商家解决我的问题/ }));
  expect(phone.opened).toEqual([`navigateTo ${PAGE}?wish=settle`]);
});

test('the verdict takes the heading’s place', () => {
  phone.params = { wish: 'settle', whose: 'mine', purpose: 'living' };
  render(<Questions />);
  expect(screen.queryByText(HEADING)).toBeNull();
  expect(screen.getByRole('heading').textContent).toBe('这件事可以投诉');
});

test('what an address says that is no answer is not heard', () => {
  phone.params = { wish: 'everything', whose: 'mine' };
  render(<Questions />);
  expect(screen.getByText('您现在想怎么办？')).toBeTruthy();
});

test('one step back is the page before; begun anew where there is none', () => {
  phone.params = { wish: 'settle' };
  phone.pages = 2;
  render(<Questions />);
  fireEvent.click(screen.getByRole('button', { name: '上一步' }));
  phone.pages = 1;
  fireEvent.click(screen.getByRole('button', { name: '上一步' }));
  expect(phone.opened).toEqual(['navigateBack ', `redirectTo ${PAGE}`]);
});
