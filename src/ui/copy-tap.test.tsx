import { render } from '@testing-library/react';
import { phone } from '../testing/fake-taro';
import { freshApp, tap, toasts } from '../testing/fresh-app';
import { at } from '../testing/held-events';
import { CopyTap } from './copy-tap';

freshApp(at('10T09:00'));

test.each([
  ['done', false, '已复制'],
  ['refused', true, '没有复制成功，请长按选择文字'],
])('a tap copies the text and says so: %s', async (_, refusing, words) => {
  phone.refusing = refusing;
  render(
    <CopyTap text="ABCDEFGH23" label="凭证号，点按复制">
      ABCDE FGH23
    </CopyTap>,
  );
  await tap('凭证号，点按复制');
  expect(phone.acts[0]).toBe('setClipboardData {"data":"ABCDEFGH23"}');
  expect(toasts()).toEqual([words]);
});
