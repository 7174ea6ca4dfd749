import { act, renderHook } from '@testing-library/react';
import { usePageTitle } from './navigation';
import { phone } from '../testing/fake-taro';

const set = (title: string): string => `setNavigationBarTitle ${JSON.stringify({ title })}`;

test('a page is titled when it is shown, and when what it shows changes', () => {
  phone.reset();
  const { rerender } = renderHook(
    ({ title }) => {
      usePageTitle(title);
    },
    { initialProps: { title: '报名' } },
  );
  expect(phone.acts).toEqual([set('报名')]);
  rerender({ title: '报名' });
  expect(phone.acts).toHaveLength(1);
  rerender({ title: '凭证' });
  expect(phone.acts).toEqual([set('报名'), set('凭证')]);
  act(() => {
    phone.showPage();
  });
  expect(phone.acts.at(-1)).toBe(set('凭证'));
});
