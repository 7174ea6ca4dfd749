import { act, fireEvent, render, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { cardTextsOf } from '../../../domain/slogan/slogan';
import { campaignNamed } from '../../../domain/testing/fake-feed-server';
import type { Picture } from '../../platform/canvas';
import { phone } from '../../testing/fake-taro';
import { freshApp, settle, shownText, tap } from '../../testing/fresh-app';
import { at } from '../../testing/held-events';
import { CardFooter } from './card-footer';
import { useCardActs } from './use-card-acts';
import { useCards } from './use-cards';

freshApp(at('10T09:00'));

const TEXTS = cardTextsOf({ ...campaignNamed('2025', '加强全面质量管理'), slogans: ['质量发展 利民惠民'] });
const BLOB: Picture = { kind: 'blob', blob: new Blob(['x'], { type: 'image/png' }) };
/** What the browser can do with a picture; as a browser of a computer, nothing but download. */
const browser = navigator as unknown as Record<string, unknown>;
let picture: Picture | null = BLOB;
let saved: string[] = [];

function Footer(): ReactElement {
  const cards = useCards(TEXTS, {});
  const acts = useCardActs(cards, () => Promise.resolve(picture));
  return (
    <>
      <button type="button" onClick={acts.send}>
        send it
      </button>
      <CardFooter acts={acts} />
    </>
  );
}
async function send(): Promise<void> {
  fireEvent.click(screen.getByText('send it'));
  await settle();
}

beforeEach(() => {
  picture = BLOB;
  saved = [];
  URL.createObjectURL = () => 'blob:card';
  URL.revokeObjectURL = () => undefined;
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    saved.push(this.download);
  });
  render(<Footer />);
});
afterEach(() => {
  jest.restoreAllMocks();
  delete browser.canShare;
  delete browser.share;
});

describe('in a browser', () => {
  test('a picture is downloaded under the name of its year and text', async () => {
    await tap('保存图片');
    expect(saved).toEqual(['质量月-2026-theme.png']);
    expect(screen.getByRole('status').textContent).toBe('图片已下载');
  });

  test('WeChat’s own cannot download: the picture is shown, to be held, and put away again', async () => {
    jest.spyOn(navigator, 'userAgent', 'get').mockReturnValue('Mozilla/5.0 MicroMessenger/8.0');
    await tap('保存图片');
    expect(saved).toEqual([]);
    const shown = screen.getByRole('alert');
    expect(shown.textContent).toContain('按住图片，选择“保存图片”');
    expect(shown.querySelector('img')?.getAttribute('src')).toBe('blob:card');
    await tap('收起');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('no picture could be made: said, and tried again at once', async () => {
    picture = null;
    await tap('保存图片');
    expect(shownText()).toContain('没有保存成功，请再试一次');
    picture = BLOB;
    await tap('保存图片');
    expect(saved).toHaveLength(1);
  });
});

describe('sending it on', () => {
  const shares = (answer: () => Promise<void>): jest.Mock => {
    const share = jest.fn(answer);
    Object.assign(browser, { canShare: () => true, share });
    return share;
  };

  test('the system’s own sheet gets the picture and the text; two taps open it once', async () => {
    const share = shares(() => Promise.resolve());
    await send();
    await send();
    expect(share).toHaveBeenCalledTimes(1);
    const [sent] = share.mock.calls[0] as [{ files: File[]; title: string }];
    expect([sent.title, sent.files[0]?.name]).toEqual(['加强全面质量管理', '质量月-2026-theme.png']);
    expect(saved).toEqual([]);
  });

  test('who closes the sheet is told nothing, and may open it again at once', async () => {
    const share = shares(() => Promise.reject(Object.assign(new Error(), { name: 'AbortError' })));
    await send();
    await send();
    expect(share).toHaveBeenCalledTimes(2);
    expect(screen.queryByRole('status')).toBeNull();
  });

  test('without such a sheet the picture is downloaded and the address copied', async () => {
    await send();
    expect(saved).toHaveLength(1);
    expect(phone.acts[0]).toMatch(/^setClipboardData .*packages\/slogans\/index/);
    expect(shownText()).toContain('此浏览器不能直接分享，图片已下载，网址已复制');
  });

  test('where nothing can be copied it does not say so', async () => {
    phone.refusing = true;
    await send();
    expect(shownText()).toContain('此浏览器不能直接分享，图片已下载');
    expect(shownText()).not.toContain('网址已复制');
    await act(() => jest.advanceTimersByTimeAsync(0));
  });
});
