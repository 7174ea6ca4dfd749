import { act, fireEvent, render, screen } from '@testing-library/react';
import { StrictMode, type ReactElement } from 'react';
import { campaignNamed } from '../../../domain/testing/fake-feed-server';
import { type CardTexts, cardTextsOf } from '../../../domain/slogan/slogan';
import { freshApp, settle, shownText, tap } from '../../testing/fresh-app';
import { phone } from '../../testing/fake-taro';
import { RecordingCanvas } from '../../testing/recording-canvas';
import { CardFooter } from './card-footer';
import { CardNotes } from './card-notes';
import { CARD_AREA, CardView } from './card-view';
import { CardWait } from './card-wait';
import { useCardActs } from './use-card-acts';
import { useCardCode } from './use-card-code';
import { type Start, useCards } from './use-cards';
import { useDrawnCard, useSharePictures } from './use-drawn-card';

const SLOGANS = ['质量发展 利民惠民', '人人关心质量 人人创造质量'];
const TEXTS: CardTexts = cardTextsOf({ ...campaignNamed('2025', '加强全面质量管理'), slogans: SLOGANS });
const LOADING = '正在加载口号';
/** Until a code or a picture for WeChat's menu is made. */
const REST_MS = 200;

freshApp(Date.UTC(2026, 8, 10, 1));
let canvas = new RecordingCanvas();
const written = (): string => canvas.written.map(({ text }) => text).join('');

beforeEach(() => {
  canvas = new RecordingCanvas();
  phone.canvas = { width: 0, height: 0, getContext: () => canvas.context, createImage: () => new Image() };
});

function Cards({ start, offered = false }: { readonly start: Start; readonly offered?: boolean }): ReactElement {
  const cards = useCards(TEXTS, start);
  const code = useCardCode(cards.place, offered);
  const drawn = useDrawnCard(CARD_AREA, cards, code);
  const { friend, timeline } = useSharePictures(cards.content, cards.design, true);
  const acts = useCardActs(cards, drawn.takePicture);
  return (
    <StrictMode>
      <CardView cards={cards} drawn={drawn.label} />
      <CardFooter acts={acts} />
      <p>{`code ${code ?? 'none'}; friend ${friend ?? 'none'}; timeline ${timeline ?? 'none'}`}</p>
    </StrictMode>
  );
}

/** The board is opened, then the card drawn in two steps, each after a rest. */
async function drawn(): Promise<void> {
  await settle(1);
  await settle(1);
}
async function show(start: Start = {}, offered = false): Promise<void> {
  render(<Cards start={start} offered={offered} />);
  await drawn();
}
async function tapCard(name: string): Promise<void> {
  await tap(name);
  await drawn();
}

describe('leafing', () => {
  test('begins with the theme and goes round, by taps and by a finger', async () => {
    await show();
    expect(screen.getByText('1 / 3')).toBeTruthy();
    expect(screen.getByRole('heading').textContent).toBe('活动主题');
    await tap('上一条');
    expect(screen.getByText('3 / 3')).toBeTruthy();
    await tap('下一条');
    await tap('下一条');
    expect(screen.getByText('2 / 3')).toBeTruthy();
    expect(screen.getByRole('heading').textContent).toBe('活动口号');
    const stage = document.querySelector('.card-stage') ?? document.body;
    const finger = (x: number): object => ({ changedTouches: [{ clientX: x, clientY: 0 }] });
    fireEvent.touchStart(stage, finger(300));
    fireEvent.touchEnd(stage, finger(100));
    expect(screen.getByText('3 / 3')).toBeTruthy();
    fireEvent.touchStart(stage, finger(100));
    fireEvent.touchEnd(stage, finger(300));
    expect(screen.getByText('2 / 3')).toBeTruthy();
  });

  test('two taps before anything is drawn are two steps', async () => {
    await show();
    act(() => {
      const next = screen.getByLabelText('下一条');
      fireEvent.click(next);
      fireEvent.click(next);
    });
    expect(screen.getByText('3 / 3')).toBeTruthy();
  });

  test.each<[string, Start, string, string]>([
    ['a text and a design', { card: '2', design: 'poster' }, '3 / 3', '大字'],
    ['a text that is not there', { card: '17', design: 'light' }, '1 / 3', '素雅'],
    ['a design that is not there', { card: '1', design: 'neon' }, '2 / 3', '庄重红'],
  ])('a link names %s', async (_, start, count, design) => {
    await show(start);
    expect(screen.getByText(count)).toBeTruthy();
    expect(screen.getByRole('radio', { checked: true }).getAttribute('aria-label')).toBe(design);
  });
});

describe('the board', () => {
  test('says that it loads until the card is drawn, then what stands on it', async () => {
    render(<Cards start={{}} />);
    expect(screen.getByLabelText(LOADING)).toBeTruthy();
    await drawn();
    expect(screen.getByLabelText('活动主题：加强全面质量管理。庄重红卡片')).toBeTruthy();
    expect(written()).toContain('加强全面质量管理');
  });

  test('is drawn again for another text, design and format', async () => {
    await show();
    await tap('下一条');
    await tapCard('剪纸');
    expect(screen.getByLabelText('活动口号：质量发展 利民惠民。剪纸卡片')).toBeTruthy();
    await tapCard('方形');
    expect(phone.canvas).toMatchObject({ width: 1080, height: 1080 });
    expect(screen.getByLabelText('方形').getAttribute('aria-selected')).toBe('true');
  });

  test('what is kept is the card that was chosen, though a slow phone has not drawn it yet', async () => {
    await show();
    canvas.written.length = 0;
    act(() => {
      fireEvent.click(screen.getByLabelText('下一条'));
    });
    act(() => {
      fireEvent.click(screen.getByLabelText('保存图片'));
    });
    expect(written()).toContain('质量发展');
    await settle();
    expect(phone.acts).toEqual(['saveImageToPhotosAlbum tmp/1-1080x1440.png']);
    expect(screen.getByText('已保存到相册')).toBeTruthy();
  });

  test('a phone that gives no board says that nothing was kept', async () => {
    phone.canvas = null;
    await show();
    expect(screen.getByLabelText(LOADING)).toBeTruthy();
    await tap('保存图片');
    expect(screen.getByText('没有保存成功，请再试一次')).toBeTruthy();
    expect(phone.acts).toEqual([]);
  });
});

describe('the album', () => {
  test('closed: says what the permission is for, opens the settings, and keeps the picture once it is open', async () => {
    await show();
    phone.albumSays = 'saveImageToPhotosAlbum:fail auth deny';
    await tap('保存图片');
    expect(screen.getByRole('alert').textContent).toContain('我们只添加这一张图片，不会读取您的相册');
    phone.albumSays = null;
    await tap('去设置里打开');
    expect(phone.acts).toHaveLength(2);
    expect(screen.getByText('已保存到相册')).toBeTruthy();
  });

  test('left closed in the settings nothing is tried again; the message can be put away', async () => {
    await show();
    phone.albumSays = 'saveImageToPhotosAlbum:fail auth deny';
    phone.albumOpened = false;
    await tap('保存图片');
    await tap('去设置里打开');
    expect(phone.acts).toHaveLength(1);
    await tap('收起');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('what was said of one card is not said of the next, and a question left with no is nothing to report', async () => {
    await show();
    await tap('保存图片');
    expect(screen.getByText('已保存到相册')).toBeTruthy();
    await tap('下一条');
    expect(screen.queryByText('已保存到相册')).toBeNull();
    phone.albumSays = 'saveImageToPhotosAlbum:fail cancel';
    await tap('保存图片');
    expect(shownText()).not.toMatch(/保存成功|已保存/);
  });
});

describe('pictures for WeChat’s menu', () => {
  test('are made when somebody rests at a card, in both forms and without a code', async () => {
    await show();
    expect(screen.getByText(/friend none; timeline none/)).toBeTruthy();
    canvas.written.length = 0;
    await settle(REST_MS);
    expect(screen.getByText(/friend tmp\/1-720x576\.png; timeline tmp\/2-720x720\.png/)).toBeTruthy();
    expect(written()).not.toContain('扫码');
  });

  test('of the card before are never offered for the next', async () => {
    await show();
    await settle(REST_MS);
    act(() => {
      fireEvent.click(screen.getByLabelText('下一条'));
    });
    expect(screen.getByText(/friend none; timeline none/)).toBeTruthy();
    await settle(REST_MS);
    expect(screen.getByText(/friend tmp\/3-/)).toBeTruthy();
  });
});

describe('the mini-program code', () => {
  const asked = (): string[] => phone.requests.filter((url) => url.includes('mini-program-code'));

  test('is asked for only where the server makes them, once a card, and not while somebody leafs through', async () => {
    phone.server = () => ({ body: 'picture' });
    await show({}, true);
    await tap('下一条');
    await tap('下一条');
    await settle(REST_MS);
    expect(asked()).toHaveLength(1);
    expect(asked()[0]).toContain('card=2');
    expect(screen.getByText(/^code data:image\/png;base64,/)).toBeTruthy();
    await tap('上一条');
    await settle(REST_MS);
    await tap('下一条');
    await settle(REST_MS);
    expect(asked()).toHaveLength(2);
  });

  test.each(['offline', 'none'] as const)('%s: the card keeps the address', async (how) => {
    phone.server = () => (how === 'offline' ? 'offline' : { status: 404, body: '' });
    await show({}, true);
    await settle(REST_MS);
    expect(screen.getByText(/^code none/)).toBeTruthy();
    expect(canvas.boxes.length).toBeGreaterThan(0);
  });

  test('without the offer nobody is asked', async () => {
    await show();
    await settle(REST_MS);
    expect(asked()).toEqual([]);
  });
});

describe('while there are no texts', () => {
  const retry = jest.fn();

  test.each([
    ['offline', '连上网络后点“重试”'],
    ['timeout', '连上网络后点“重试”'],
    ['server', '重试'],
    ['unknown', '重试'],
  ] as const)('%s says so and offers another try', async (problem, words) => {
    retry.mockClear();
    render(<CardWait problem={problem} onRetry={retry} />);
    expect(shownText()).toContain(words);
    await tap('重试');
    expect(retry).toHaveBeenCalledTimes(1);
  });

  test('on their way: said to a screen reader, with nothing to tap', () => {
    render(<CardWait problem={null} onRetry={retry} />);
    expect(screen.getByRole('status').getAttribute('aria-label')).toBe(LOADING);
    expect(screen.queryByRole('button')).toBeNull();
  });
});

describe('below the card', () => {
  const posters = ['https://www.samr.gov.cn/posters'];

  test('texts that a trial borrows say of which year they are', () => {
    render(<CardNotes texts={{ ...TEXTS, textsFrom: 2025 }} links />);
    expect(screen.getByText('主题和口号由官方于 2025 年发布')).toBeTruthy();
  });

  test('the official posters’ address is copied, and not offered in the timeline’s single page', async () => {
    const { rerender } = render(<CardNotes texts={{ ...TEXTS, posters }} links />);
    await tap(/复制下载网址/);
    expect(phone.acts[0]).toContain(posters[0]);
    rerender(<CardNotes texts={{ ...TEXTS, posters }} links={false} />);
    expect(screen.queryByLabelText(/复制下载网址/)).toBeNull();
  });
});
